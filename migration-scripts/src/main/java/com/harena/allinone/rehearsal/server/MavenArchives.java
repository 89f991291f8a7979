package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fetches archives through Maven, which knows the user's mirrors and proves checksums.
 *
 * @param pom has a profile for each archive
 */
record MavenArchives(Path pom) {
  private static final String REMEDY = "install Maven 3.8 or newer";

  /** Fetches one archive and unpacks it into a folder, which appears whole or not at all. */
  void fetch(String profile, Path workshop, Unpacking unpacking, Path folder) throws IOException {
    remove(workshop);
    Path fetched = Files.createDirectories(workshop.resolve("archive"));
    Path unpacked = Files.createDirectories(workshop.resolve("files"));
    copy(profile, fetched);
    unpacking.unpack(onlyFile(fetched), unpacked);
    Programs.Result result = Programs.run(List.of("chmod", "-R", "u+w,a+rX", workshop.toString()));
    if (result.failed()) {
      throw new IOException(result.output());
    }
    Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    remove(workshop);
  }

  /** The local repository has it after the first time, and no network is needed. */
  private void copy(String profile, Path into) {
    if (maven(profile, into, List.of("-o")).failed()) {
      Programs.Result online = maven(profile, into, List.of());
      if (online.failed()) {
        throw new ServerUnavailable(
            "Maven cannot fetch %s; check the network and run it again. Maven says: %s"
                .formatted(profile, firstLine(online.output())));
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

  private static String firstLine(String output) {
    return output
        .lines()
        .filter(line -> line.contains("ERROR"))
        .findFirst()
        .orElse(output.isEmpty() ? "nothing" : output);
  }

  private static Path onlyFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      if (all.size() != 1) {
        throw new IOException("expected one archive, got %s".formatted(all));
      }
      return all.get(0);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      Programs.Result result = Programs.run(List.of("rm", "-rf", folder.toString()));
      if (result.failed()) {
        throw new IOException(result.output());
      }
    }
  }
}
