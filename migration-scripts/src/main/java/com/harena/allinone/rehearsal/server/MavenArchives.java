package com.harena.allinone.rehearsal.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches archives through Maven, which knows the user's mirrors.
 *
 * @param pom has a profile for each archive
 */
record MavenArchives(Path pom) implements Archives {
  private static final String REMEDY = "install Maven 3.8 or newer";

  /** The local repository has it after the first time, and no network is needed. */
  @Override
  public void fetch(String name, Path folder) {
    if (maven(name, folder, List.of("-o")).failed()) {
      Programs.Result online = maven(name, folder, List.of());
      if (online.failed()) {
        throw new ServerUnavailable(
            "Maven cannot fetch %s; check the network and run it again. Maven says: %s"
                .formatted(name, firstError(online.output())));
      }
    }
  }

  private Programs.Result maven(String profile, Path into, List<String> options) {
    if (!Files.isRegularFile(pom)) {
      throw new ServerUnavailable(
          "%s is missing: servers are fetched in a checkout of this project".formatted(pom));
    }
    List<String> command = new ArrayList<>();
    command.add(Programs.need("mvn", REMEDY).toString());
    command.addAll(List.of("-B", "-q", "-C"));
    command.addAll(options);
    command.addAll(
        List.of(
            "-f",
            pom.toString(),
            "-P" + profile,
            "-Dplatform=" + Platform.ofPostgres(),
            "dependency:copy-dependencies",
            "-DexcludeTransitive",
            "-DoutputDirectory=" + into));
    return Programs.run(command);
  }

  private static String firstError(String output) {
    return output
        .lines()
        .filter(line -> line.contains("ERROR"))
        .findFirst()
        .orElse(output.isEmpty() ? "nothing" : output);
  }
}
