package com.harena.allinone.artefact;

import java.net.URI;

/**
 * One file of an artefact, for one architecture.
 *
 * @param url where its maker publishes it, over https
 * @param sha256 its SHA-256, 64 hex digits
 * @param source where that checksum was found: a repository and a path in it
 */
public record Download(String url, String sha256, String source) {
  /** Refuses what could not be fetched, checked or traced. */
  public Download {
    if (!"https".equals(URI.create(url).getScheme())) {
      throw new IllegalArgumentException("url \"%s\", allowed: an https address".formatted(url));
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "sha256 \"%s\" of %s, allowed: 64 hex digits in lower case".formatted(sha256, url));
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("no source of the checksum of " + url);
    }
  }
}
