package com.harena.allinone.host.state;

import java.util.Arrays;
import java.util.List;

/** What the machine is doing. */
public enum Phase {
  /** A step of the boot runs; also when a new bundle is applied to a machine that serves. */
  BOOTING("booting"),
  /** The data volume belongs to another instance: nothing is touched until that changes. */
  WAITING("waiting for the owner"),
  /** Every step is done and the services are healthy. */
  SERVING("serving"),
  /** A step failed; systemd tries the boot again. */
  FAILED("failed"),
  /** Spot takes the instance away: the services were brought down, EC2 stops it within minutes. */
  INTERRUPTED("interrupted by Spot");

  private final String words;

  Phase(String words) {
    this.words = words;
  }

  /** As the file and a person read it. */
  public String words() {
    return words;
  }

  static Phase named(String words) {
    return Arrays.stream(values())
        .filter(phase -> phase.words.equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "its state is '%s', not one of %s".formatted(words, all())));
  }

  private static List<String> all() {
    return Arrays.stream(values()).map(Phase::words).toList();
  }
}
