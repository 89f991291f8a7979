package com.harena.allinone.endpoint;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a secret is: an environment variable, a file or a parameter of Parameter Store.
 *
 * @param place the kind of place
 * @param name its name there
 */
public record SecretReference(Place place, String name) {
  /** What is allowed, for messages. */
  public static final String ALLOWED = "env:VARIABLE, file:PATH or ssm:/PARAMETER";

  /** A kind of place. */
  public enum Place {
    /** An environment variable. */
    ENV,
    /** A file whose content, without the last line end, is the secret. */
    FILE,
    /** A SecureString of Parameter Store. */
    SSM
  }

  /** Checks that there is a name. */
  public SecretReference {
    Objects.requireNonNull(place, "place");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a secret reference without a name; allowed: " + ALLOWED);
    }
  }

  /**
   * Reads {@code env:NAME}, {@code file:PATH} or {@code ssm:/PARAMETER}.
   *
   * @throws IllegalArgumentException with what is allowed; it never repeats the text, which may be
   *     the secret itself
   */
  public static SecretReference parse(String text) {
    for (Place place : Place.values()) {
      String prefix = place.name().toLowerCase(Locale.ROOT) + ":";
      if (text.startsWith(prefix) && text.length() > prefix.length()) {
        return new SecretReference(place, text.substring(prefix.length()));
      }
    }
    throw new IllegalArgumentException("no reference to a secret; allowed: " + ALLOWED);
  }

  @Override
  public String toString() {
    return place.name().toLowerCase(Locale.ROOT) + ":" + name;
  }
}
