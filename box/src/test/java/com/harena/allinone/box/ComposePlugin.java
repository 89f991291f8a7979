package com.harena.allinone.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The Compose plugin of this machine. */
final class ComposePlugin {
  private ComposePlugin() {}

  static Path find() {
    return Stream.of(
            System.getProperty("user.home") + "/.docker/cli-plugins",
            "/usr/local/lib/docker/cli-plugins",
            "/usr/local/libexec/docker/cli-plugins",
            "/usr/lib/docker/cli-plugins",
            "/usr/libexec/docker/cli-plugins")
        .map(folder -> Path.of(folder, "docker-compose"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Compose plugin: run .ci/compose-plugin"));
  }
}
