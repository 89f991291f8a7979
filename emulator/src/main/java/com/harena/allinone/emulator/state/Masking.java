package com.harena.allinone.emulator.state;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Hides secrets in texts that are told. */
public final class Masking {
  private final List<String> secrets;

  /** Hides these values, the longest first. */
  public Masking(Set<String> secrets) {
    this.secrets =
        secrets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
  }

  /** The text without secrets. */
  public String hide(String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, "****");
    }
    return result;
  }
}
