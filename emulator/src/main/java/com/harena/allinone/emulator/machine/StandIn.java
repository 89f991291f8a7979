package com.harena.allinone.emulator.machine;

import com.harena.allinone.artefact.ArtefactList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that stands for an artefact of the web, which is not fetched here. */
final class StandIn {
  private static final String MARK = "stands for the file with SHA-256 ";
  private static final int LONGEST = 200;

  private StandIn() {}

  /** Writes the stand-in of the artefact with this address. */
  static void write(URI address, String artefacts, Path file) {
    String hash =
        ArtefactList.read(artefacts).artefacts().stream()
            .flatMap(artefact -> artefact.downloads().values().stream())
            .filter(download -> download.url().equals(address.toString()))
            .map(download -> download.sha256())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s is no address of the bundle's artefacts".formatted(address)));
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, MARK + hash + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The hash of what the file stands for; empty if it stands for itself. */
  static Optional<String> hash(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      String text = Files.readString(file);
      return text.startsWith(MARK)
          ? Optional.of(text.substring(MARK.length()).strip())
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
