/** Calls the pinned CDK command line. */
package com.harena.allinone.cli.cdk;
