package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.StoreFailure;
import java.util.ArrayList;
import java.util.List;

/** Collects findings; a check that the server refuses becomes one. */
final class Findings {
  private static final int SHOWN = 10;

  private final List<Finding> findings = new ArrayList<>();

  void ok(String code, String message) {
    findings.add(Finding.ok("postgres." + code, message));
  }

  void warning(String code, String message) {
    findings.add(Finding.warning("postgres." + code, message));
  }

  void error(String code, String message) {
    findings.add(Finding.error("postgres." + code, message));
  }

  /** Runs a check that may be refused. */
  void add(String code, Runnable check) {
    try {
      check.run();
    } catch (StoreFailure e) {
      error(code, e.getMessage());
    }
  }

  List<Finding> all() {
    return List.copyOf(findings);
  }

  /** Some names, and how many more there are. */
  static String some(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() <= SHOWN ? shown : "%s and %d more".formatted(shown, names.size() - SHOWN);
  }

  /** A size for people. */
  static String size(long bytes) {
    if (bytes < 1 << 20) {
      return "%d KiB".formatted((bytes + 1023) / 1024);
    }
    return bytes < 10L << 30 ? "%d MiB".formatted(bytes >> 20) : "%d GiB".formatted(bytes >> 30);
  }
}
