/** Small Lambda functions, written into the template, behind CloudFormation custom resources. */
package com.harena.allinone.constructs.handler;
