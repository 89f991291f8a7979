package com.harena.allinone.machine;

/** What the owner parameter holds: whose the data volume is, and where that instance signals. */
public final class OwnerValue {
  /** The parameter's description. */
  public static final String DESCRIPTION =
      "The instance that owns the data volume, and where it signals health";

  /** The signal of an engine that has no address to signal: the host only writes {@code ready}. */
  public static final String NO_SIGNAL = "none";

  private OwnerValue() {}

  /** The value; each part may be whatever stands for a reference in the program that deploys. */
  public static String of(String instance, String signal) {
    return "{\"instance\": \"%s\", \"signal\": \"%s\"}".formatted(instance, signal);
  }
}
