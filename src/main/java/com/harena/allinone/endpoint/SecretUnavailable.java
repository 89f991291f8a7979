package com.harena.allinone.endpoint;

/** A referenced secret is not where the reference says. */
public final class SecretUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What failed for which reference, and how to mend it; never the secret. */
  public SecretUnavailable(SecretReference reference, String problem) {
    super("secret %s %s".formatted(reference, problem));
  }
}
