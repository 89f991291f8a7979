/**
 * A CloudFormation template as a graph: what refers to what, in which order it is made, and whether
 * that order exists.
 */
package com.harena.allinone.stack.graph;
