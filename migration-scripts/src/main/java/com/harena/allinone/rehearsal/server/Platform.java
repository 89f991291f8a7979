package com.harena.allinone.rehearsal.server;

import java.util.Locale;

/** Operating system and processor, as the packages of servers name them. */
final class Platform {
  private Platform() {}

  /** {@code linux-amd64}, {@code darwin-arm64v8} and the like. */
  static String ofPostgres() {
    return system() + "-" + (isArm() ? "arm64v8" : "amd64");
  }

  /** End of the file name of the Redis server for this machine. */
  static String ofRedis() {
    return system() + "-" + (isArm() ? "arm64" : "amd64");
  }

  /** Platform tag of a wheel. */
  static String ofWheel() {
    boolean linux = system().equals("linux");
    if (isArm()) {
      return linux ? "manylinux_2_28_aarch64" : "macosx_11_0_arm64";
    }
    return linux ? "manylinux_2_28_x86_64" : "macosx_11_0_x86_64";
  }

  private static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return "linux";
    }
    if (name.startsWith("mac")) {
      return "darwin";
    }
    throw new ServerUnavailable(
        "servers can be fetched for Linux and macOS, not for '%s'".formatted(name));
  }
}
