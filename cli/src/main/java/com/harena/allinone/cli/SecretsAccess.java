package com.harena.allinone.cli;

import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.cloud.aws.AwsSecretStore;

/**
 * What the commands for secrets reach out to. The SDK's classes are loaded when a store is opened.
 *
 * @param input where a value comes from
 * @param stores where secrets are kept
 */
record SecretsAccess(SecretInput input, Stores stores) {
  /** Opens the store of a region. */
  interface Stores {
    SecretStore open(String region);
  }

  /** Standard input and AWS. */
  static SecretsAccess ofThisProcess() {
    return new SecretsAccess(
        StandardInput.ofThisProcess(), region -> AwsSecretStore.inRegion(region));
  }
}
