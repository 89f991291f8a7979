package com.harena.allinone.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What a machine must grant for a box; without it the tests are skipped with the reason. */
final class BoxPart {
  private static final String NAME = "box";

  private BoxPart() {}

  /** Skips the tests, or fails them where {@code allinone.require} names the part. */
  static void need() {
    Optional<String> missing = missing();
    List<String> required = List.of(System.getProperty("allinone.require", "").split(","));
    if (missing.isPresent() && required.contains(NAME)) {
      Assertions.fail("%s is required and missing: %s".formatted(NAME, missing.get()));
    }
    Assumptions.assumeTrue(missing.isEmpty(), () -> NAME + " is missing: " + missing.get());
  }

  private static Optional<String> missing() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("only root may make one");
    }
    for (String program : List.of("docker", "debootstrap", "losetup", "iptables", "curl")) {
      if (!succeeds("sh", "-c", "command -v " + program)) {
        return Optional.of("there is no " + program);
      }
    }
    if (!succeeds("docker", "info")) {
      return Optional.of("no Docker engine runs");
    }
    if (!succeeds("losetup", "--find")) {
      return Optional.of("this machine gives no loop device");
    }
    return Files.isDirectory(Path.of("/sys/fs/cgroup/memory"))
        ? Optional.empty()
        : Optional.of("it needs control groups of version 1, each kind in a tree of its own");
  }

  private static boolean succeeds(String... words) {
    return Programs.attempt(words).succeeded();
  }
}
