package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.ImageReference;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.remote.ArchiveUpload;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.ReleasedArchive;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an operator names to be released.
 *
 * @param word an image, a file, or an address of the bucket
 * @param sha256 SHA-256 of an archive of the bucket, where it is told
 */
record ReleaseWord(String word, Optional<String> sha256) {
  private static final String BUCKET = "s3://";
  private static final String PINNED = ".+@sha256:[0-9a-f]{64}";

  /**
   * Reads the word.
   *
   * @throws IllegalArgumentException if it is an image without digest, or none at all
   */
  static ReleaseWord of(String word, Optional<String> sha256) {
    sha256
        .filter(it -> !it.matches("[0-9a-f]{64}"))
        .ifPresent(
            it -> {
              throw new IllegalArgumentException(
                  "--sha256 is '%s': give 64 hex digits, as sha256sum prints them".formatted(it));
            });
    ReleaseWord read = new ReleaseWord(word, sha256);
    if (!read.isFile() && !word.startsWith(BUCKET)) {
      if (!word.matches(PINNED)) {
        throw new IllegalArgumentException(
            "image '%s' has no digest, and a tag may mean another image tomorrow: give %s@sha256:…, which 'docker buildx imagetools inspect %s' prints as Digest"
                .formatted(word, word, word));
      }
      new ImageReference(word);
    }
    return read;
  }

  /** The words for the instance; a file is uploaded first. */
  String[] there(Blueprint blueprint, OperatorCloud cloud, Journal journal) {
    ArchiveUpload upload = new ArchiveUpload(blueprint, cloud, journal);
    if (isFile()) {
      return words(upload.upload(Path.of(word)));
    }
    return word.startsWith(BUCKET)
        ? words(ReleasedArchive.at(word, upload.bucket()))
        : new String[] {word};
  }

  private boolean isFile() {
    return !word.startsWith(BUCKET) && word.matches(".+[.](tar|tar[.]gz|tgz)");
  }

  private String[] words(ReleasedArchive archive) {
    String hash =
        archive
            .sha256()
            .or(() -> sha256)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "archive '%s' does not say its SHA-256: give it with --sha256"
                            .formatted(word)));
    return new String[] {archive.name(), "--sha256", hash};
  }
}
