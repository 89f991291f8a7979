/**
 * CloudFormation templates as files: read, put in one order, compared, and held against the
 * reviewed one.
 */
package com.harena.allinone.template;
