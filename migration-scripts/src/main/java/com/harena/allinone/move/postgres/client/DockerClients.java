package com.harena.allinone.move.postgres.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Client programs in Docker's {@code postgres} image. */
final class DockerClients implements ClientSupply {
  private static final List<String> RUN = List.of("docker", "run", "--rm");

  private final String image;

  /** The newest that this program knows. */
  DockerClients() {
    this("postgres:18");
  }

  DockerClients(String image) {
    this.image = image;
  }

  @Override
  public List<ClientPrograms> get() {
    if (Commands.output(List.of("docker", "version")).isEmpty()) {
      return List.of();
    }
    List<String> probe = new ArrayList<>(RUN);
    probe.add(image);
    return ClientPrograms.inImage(probe, image).stream().toList();
  }

  /**
   * Variables are handed on by name only, so that no value shows in the argument list. What the
   * program writes belongs to whom the first of the files belongs to.
   */
  static List<String> command(
      String image, String program, Collection<Path> files, Iterable<String> variables) {
    List<String> words = new ArrayList<>(RUN);
    words.addAll(List.of("--init", "--network", "host"));
    files.stream()
        .findFirst()
        .flatMap(DockerClients::owner)
        .ifPresent(owner -> words.addAll(List.of("--user", owner)));
    for (Path file : files) {
      words.addAll(List.of("--mount", mount(file)));
    }
    for (String variable : variables) {
      words.addAll(List.of("--env", variable));
    }
    words.addAll(List.of(image, program));
    return words;
  }

  /** Docker reads a line of CSV. */
  private static String mount(Path file) {
    String quoted = file.toString().replace("\"", "\"\"");
    return "type=bind,\"source=%s\",\"target=%s\"".formatted(quoted, quoted);
  }

  private static Optional<String> owner(Path file) {
    try {
      Object user = Files.getAttribute(file, "unix:uid");
      return Optional.of("%s:%s".formatted(user, Files.getAttribute(file, "unix:gid")));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
