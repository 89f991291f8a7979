package com.harena.allinone.move.postgres.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code pg_dump} and {@code pg_restore} of one version.
 *
 * @param origin where they come from, for messages
 * @param major such as 16
 * @param version such as 16.14
 * @param folder holds both programs; empty where they run in a container
 * @param image name of the container image; empty where they run here
 * @param tls whether they can protect a connection
 */
public record ClientPrograms(
    String origin,
    int major,
    String version,
    Optional<Path> folder,
    Optional<String> image,
    boolean tls) {
  private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) ((\\d+)[.\\w]*)");

  /** The programs of this folder, if both are there and say their version. */
  public static Optional<ClientPrograms> in(Path folder, String origin, boolean tls) {
    Path dump = folder.resolve("pg_dump");
    if (!Files.isExecutable(dump) || !Files.isExecutable(folder.resolve("pg_restore"))) {
      return Optional.empty();
    }
    return of(List.of(dump.toString()), origin, Optional.of(folder), Optional.empty(), tls);
  }

  /** The programs of this container image, if it can be had and says its version. */
  static Optional<ClientPrograms> inImage(List<String> run, String image) {
    List<String> dump = new ArrayList<>(run);
    dump.add("pg_dump");
    return of(dump, "Docker image " + image, Optional.empty(), Optional.of(image), true);
  }

  private static Optional<ClientPrograms> of(
      List<String> dump,
      String origin,
      Optional<Path> folder,
      Optional<String> image,
      boolean tls) {
    List<String> command = new ArrayList<>(dump);
    command.add("--version");
    return Commands.output(command)
        .map(VERSION::matcher)
        .filter(Matcher::find)
        .map(
            found ->
                new ClientPrograms(
                    origin, Integer.parseInt(found.group(2)), found.group(1), folder, image, tls));
  }

  /** The words that start a program, given the files and folders that it reads or writes. */
  List<String> command(String program, Collection<Path> files, Iterable<String> variables) {
    if (image.isEmpty()) {
      return List.of(folder.orElseThrow().resolve(program).toString());
    }
    return DockerClients.command(image.get(), program, files, variables);
  }

  @Override
  public String toString() {
    return "pg_dump %s (%s)".formatted(version, origin);
  }
}
