package com.harena.allinone.emulator.machine;

import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What an instance's metadata would give: credentials of the role in its instance profile. */
@FunctionalInterface
public interface RoleCredentials {
  /**
   * Credentials for a session of its own.
   *
   * @param profile ARN of the instance profile
   * @param instance id of the instance, the session's name
   */
  AwsCredentials of(String profile, String instance);
}
