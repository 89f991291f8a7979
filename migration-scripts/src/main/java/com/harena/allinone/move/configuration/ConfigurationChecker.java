package com.harena.allinone.move.configuration;

import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import com.harena.allinone.secret.SecretValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the files can be read, and what becomes of their values. */
final class ConfigurationChecker implements Checker {
  private static final int SHORTEST_PASSPHRASE = 12;

  private final OldConfiguration old;
  private final ParameterWriter target;

  ConfigurationChecker(OldConfiguration old, ParameterWriter target) {
    this.old = old;
    this.target = target;
  }

  @Override
  public List<Finding> check(Work work) {
    List<Finding> findings = new ArrayList<>();
    try {
      List<SettingsFile> files = old.read();
      Set<String> names = OldConfiguration.settings(files).keySet();
      findings.add(
          Finding.ok(
              "configuration.files",
              "%d files with %d settings".formatted(files.size(), names.size())));
      twice(files, findings);
      values(names, findings);
    } catch (StoreFailure e) {
      findings.add(Finding.error("configuration.files", e.getMessage()));
    }
    return findings;
  }

  private static void twice(List<SettingsFile> files, List<Finding> findings) {
    Map<String, SecretValue> first = new HashMap<>();
    Set<String> different = new TreeSet<>();
    for (SettingsFile file : files) {
      for (Setting setting : file.settings()) {
        SecretValue before = first.putIfAbsent(setting.name(), setting.value());
        if (before != null && !before.equals(setting.value())) {
          different.add(setting.name());
        }
      }
    }
    if (!different.isEmpty()) {
      findings.add(
          Finding.warning(
              "configuration.twice",
              "set more than once, with different values: %s; the first counts"
                  .formatted(String.join(", ", different))));
    }
  }

  private void values(Set<String> names, List<Finding> findings) {
    if (old.passphrase().isPresent()) {
      findings.add(passphrase());
      return;
    }
    Set<String> missing = new TreeSet<>(names);
    missing.removeAll(target.names());
    findings.add(
        missing.isEmpty()
            ? Finding.ok("configuration.values", target.place() + " has every setting")
            : Finding.warning(
                "configuration.values",
                "no passphrase, so the backup holds names only; set before the migration at %s: %s"
                    .formatted(target.place(), String.join(", ", missing))));
  }

  private Finding passphrase() {
    return old.vault().orElseThrow().isShorterThan(SHORTEST_PASSPHRASE)
        ? Finding.error(
            "configuration.passphrase",
            "the passphrase is shorter than %d characters".formatted(SHORTEST_PASSPHRASE))
        : Finding.ok("configuration.passphrase", "values are encrypted with the passphrase");
  }
}
