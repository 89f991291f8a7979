package com.harena.allinone.host.container;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.ReleaseBucket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Images that come as archives from the release prefix. An image that was loaded is named by its
 * content, {@code allinone/backend:<first 16 digits of its id>}, because the next archive may hold
 * another one under the same name. Which image an archive held is remembered beside Docker's own
 * store, so that later boots fetch nothing.
 */
public final class ImageArchives {
  private static final Path FOLDER = Path.of("/data/artefacts");
  private static final String LOADED = "Loaded image: ";
  private static final String NAME = "allinone/backend:";
  private static final int DIGITS = 16;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Commands commands;
  private final HostFiles files;
  private final ReleaseBucket bucket;
  private final Journal journal;

  /** Fetches from the bucket, loads into the Docker engine. */
  public ImageArchives(Commands commands, HostFiles files, ReleaseBucket bucket, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.bucket = bucket;
    this.journal = journal;
  }

  /** The image of the archive, loaded unless the engine has it. */
  public String load(String archive) {
    Path note = FOLDER.resolve(archive + ".image");
    Optional<String> known = files.read(note).map(String::strip).filter(this::present);
    if (known.isPresent()) {
      return known.get();
    }
    Path file = fetched(archive);
    String image = loaded(archive, file);
    files.write(note, image + "\n", FileMode.PLAIN);
    files.delete(file);
    return image;
  }

  /**
   * The image of the archive, fetched and loaded anew.
   *
   * @param archive its name below the release prefix
   * @param sha256 hex SHA-256 that its bytes must have
   */
  public String load(String archive, String sha256) {
    Path file = fetched(archive);
    try {
      String found = files.sha256(file).orElse("none");
      if (!found.equals(sha256)) {
        throw new IllegalStateException(
            "%s has the SHA-256 %s, not %s: upload it again"
                .formatted(bucket.address(archive), found, sha256));
      }
      return loaded(archive, file);
    } finally {
      files.delete(file);
    }
  }

  private Path fetched(String archive) {
    Path file = FOLDER.resolve(archive.substring(archive.lastIndexOf('/') + 1) + ".new");
    files.folder(FOLDER);
    if (!bucket.fetch(archive, files.real(file))) {
      throw new IllegalStateException(
          "there is no %s, or this instance may not read it: upload the archive that is named"
              .formatted(bucket.address(archive)));
    }
    return file;
  }

  private String loaded(String archive, Path file) {
    String output =
        commands.run(
            Command.of("docker", "load", "--quiet", "--input", files.real(file).toString())
                .within(LIMIT));
    String given = image(archive, output);
    String id =
        commands
            .run("docker", "image", "inspect", "--format", "{{.Id}}", given)
            .strip()
            .replace("sha256:", "");
    String image = NAME + id.substring(0, Math.min(DIGITS, id.length()));
    commands.run("docker", "tag", given, image);
    if (!given.equals(image)) {
      commands.run("docker", "image", "rm", given);
    }
    journal.say("images: loaded %s from %s as %s".formatted(given, archive, image));
    return image;
  }

  private boolean present(String image) {
    return commands
        .attempt(Command.of("docker", "image", "inspect", "--format", "{{.Id}}", image))
        .succeeded();
  }

  private static String image(String archive, String output) {
    return output
        .lines()
        .filter(line -> line.startsWith(LOADED))
        .map(line -> line.substring(LOADED.length()).strip())
        .reduce(
            (first, second) -> {
              throw new IllegalStateException(
                  "archive %s holds more than one image, %s and %s: save one"
                      .formatted(archive, first, second));
            })
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "archive %s holds no image with a name: save it by name and tag, not by id"
                        .formatted(archive)));
  }
}
