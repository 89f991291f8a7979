/**
 * IAM's decisions for calls that are made with a role's credentials, by the policies as the role
 * has them. What a policy says and these classes do not know fails by name; it is never skipped.
 */
package com.harena.allinone.emulator.policy;
