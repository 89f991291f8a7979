/** The CDK app and the one stack it makes. */
package com.harena.allinone.stack;
