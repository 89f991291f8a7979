/**
 * Both engines' resources in one form, and what differs between them. The form is CloudFormation's:
 * what the program registers is translated by the table {@code types.yaml}.
 */
package com.harena.allinone.pulumi.parity;
