package com.harena.allinone.secret;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** A secret text that no log, message or debugger view shows by accident. */
public final class SecretValue {
  private static final int GENERATED_BYTES = 32;

  private final String text;

  private SecretValue(String text) {
    this.text = Objects.requireNonNull(text, "text");
  }

  /** Wraps the text. */
  public static SecretValue of(String text) {
    return new SecretValue(text);
  }

  /** 256 random bits as 43 letters, digits, hyphens and underscores: safe in a URL. */
  public static SecretValue generate(SecureRandom random) {
    byte[] bytes = new byte[GENERATED_BYTES];
    random.nextBytes(bytes);
    return new SecretValue(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The text itself: only where it is handed on. */
  public String reveal() {
    return text;
  }

  /** Whether there is no text at all. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretValue value && value.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
