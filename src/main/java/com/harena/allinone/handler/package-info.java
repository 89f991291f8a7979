/**
 * JavaScript of the small Lambda functions that do what CloudFormation cannot: each is one file of
 * its own behind a shared prologue that answers CloudFormation, short enough to be read inside the
 * template.
 */
package com.harena.allinone.handler;
