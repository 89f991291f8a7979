package com.harena.allinone.host.backend;

import java.util.Objects;
import java.util.Optional;

/**
 * An image of the backend, named by its content, so that it never becomes another one.
 *
 * @param image what Compose runs: {@code name:tag@sha256:…}, or the tag that {@link
 *     com.harena.allinone.host.container.ImageArchives} gives to what it loads
 * @param name what people call it: the same reference, or the archive's file name
 * @param archive name below {@code releases/} of the bucket; empty when it comes from a registry
 * @param sha256 hex SHA-256 of the archive; empty when none was told
 */
public record BackendImage(
    String image, String name, Optional<String> archive, Optional<String> sha256) {
  /** Refuses absent parts. */
  public BackendImage {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(archive, "archive");
    Objects.requireNonNull(sha256, "sha256");
  }

  /** An image of a registry. */
  public static BackendImage ofRegistry(String reference) {
    return new BackendImage(reference, reference, Optional.empty(), Optional.empty());
  }

  /** An image that was loaded from an archive. */
  static BackendImage ofArchive(String image, String archive, Optional<String> sha256) {
    String name = archive.substring(archive.lastIndexOf('/') + 1);
    return new BackendImage(image, name, Optional.of(archive), sha256);
  }
}
