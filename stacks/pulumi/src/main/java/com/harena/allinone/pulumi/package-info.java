/** The Pulumi program and the one stack it makes, the same as the CDK's under the same names. */
package com.harena.allinone.pulumi;
