package com.harena.allinone.host.backend;

/** Kinds of failures of a release; their exit codes are stable. */
public enum ReleaseFault {
  /** The image is not to be had, or is not what its digest says. */
  UNAVAILABLE(
      90,
      "the image cannot be fetched, is not what its digest says, or is for another"
          + " processor; nothing was changed"),
  /** The new one was not healthy in time. */
  UNHEALTHY(
      91, "the new backend was not healthy in time; the one before serves, and why is printed"),
  /** There is nothing that could be done. */
  REFUSED(
      92,
      "there is no image before to go back to, or this is not the machine for it; nothing"
          + " was changed"),
  /** Neither the new nor the old one is healthy. */
  DOWN(93, "neither the new backend nor the one before is healthy; why is printed");

  private final int exitCode;
  private final String meaning;

  ReleaseFault(int exitCode, String meaning) {
    this.exitCode = exitCode;
    this.meaning = meaning;
  }

  /** The number that a command ends with. */
  public int exitCode() {
    return exitCode;
  }

  /** What it means, as the documentation says it. */
  public String meaning() {
    return meaning;
  }
}
