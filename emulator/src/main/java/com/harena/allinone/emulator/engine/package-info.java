/**
 * CloudFormation as the CDK's command line calls it: one method for each action, records for what
 * they take and answer, {@link com.harena.allinone.emulator.engine.ApiFailure} for what they
 * refuse.
 */
package com.harena.allinone.emulator.engine;
