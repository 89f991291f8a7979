package com.harena.allinone.emulator.fleet;

import java.util.Optional;

/**
 * An instance as its machine sees it.
 *
 * @param id instance id
 * @param region region
 * @param address private IPv4 address
 * @param launch what it was launched with
 */
public record Launched(String id, String region, String address, LaunchData launch) {
  /** The instance profile's ARN. */
  public Optional<String> profile() {
    return launch.call().text("IamInstanceProfile.Arn");
  }
}
