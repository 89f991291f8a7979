package com.harena.allinone.blueprint;

/**
 * A container image pinned by digest.
 *
 * @param value the text as written
 */
@Text(
    pattern =
        "[a-z0-9][a-z0-9./_:-]*(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?@(sha256:[0-9a-f]{64}|placeholder:[a-z0-9-]+)",
    allowed = "an image pinned by its digest, such as redis:7.4.1@sha256:… (64 hex digits)")
public record ImageReference(String value) {
  /** Refuses a text of another form. */
  public ImageReference {
    TextForm.require(ImageReference.class, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
