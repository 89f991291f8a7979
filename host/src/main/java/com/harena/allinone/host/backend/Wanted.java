package com.harena.allinone.host.backend;

import com.harena.allinone.blueprint.ImageReference;

/** What is to be released. */
public sealed interface Wanted {
  /**
   * An image of a registry.
   *
   * @param reference pinned by its digest
   */
  record Registry(ImageReference reference) implements Wanted {}

  /**
   * An archive of the release prefix.
   *
   * @param name its name below {@code releases/}
   * @param sha256 hex SHA-256 of its bytes
   */
  record Archive(String name, String sha256) implements Wanted {}

  /** The image that was in force before. */
  record Previous() implements Wanted {}
}
