package com.harena.allinone.move.postgres.client;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Client programs in Docker's {@code postgres} image. */
final class DockerClients implements ClientSupply {
  private static final String NEWEST = "18";

  @Override
  public List<ClientPrograms> get() {
    if (Commands.output(List.of("docker", "version")).isEmpty()) {
      return List.of();
    }
    String image = "postgres:" + NEWEST;
    List<String> probe = List.of("docker", "run", "--rm", image, "pg_dump", "--version");
    return Commands.output(probe)
        .map(
            text ->
                new ClientPrograms(
                    "Docker image " + image,
                    Integer.parseInt(NEWEST),
                    NEWEST,
                    Optional.empty(),
                    Optional.of(image),
                    true))
        .stream()
        .toList();
  }

  /** Variables are handed on by name only, so that no value shows in the argument list. */
  static List<String> command(
      String image, String program, Path files, Iterable<String> variables) {
    List<String> words = new ArrayList<>(List.of("docker", "run", "--rm", "--init"));
    words.addAll(List.of("--network", "host"));
    words.addAll(List.of("--volume", "%s:%s".formatted(files, files)));
    for (String variable : variables) {
      words.addAll(List.of("--env", variable));
    }
    words.addAll(List.of(image, program));
    return words;
  }
}
