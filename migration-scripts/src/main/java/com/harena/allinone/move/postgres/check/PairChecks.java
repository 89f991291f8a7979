package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.globals.Globals.Role;
import com.harena.allinone.move.postgres.globals.Globals.Setting;
import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the source has and the target cannot take. */
final class PairChecks {
  private static final int OLDEST = 13;
  private static final int NEWEST = 18;

  private final PostgresSession source;
  private final PostgresSession target;
  private final Findings findings;
  private final Path folder;

  /** Checks one against the other, and the folder that the backup will be in. */
  PairChecks(PostgresSession source, PostgresSession target, Findings findings, Path folder) {
    this.source = source;
    this.target = target;
    this.findings = findings;
    this.folder = folder;
  }

  void run() {
    versions();
    findings.add("extensions", this::extensions);
    new TextChecks(source, target, findings).run();
    findings.add("roles", this::roles);
    findings.add("settings", this::settings);
    findings.add("disk", () -> new DiskChecks(source, target, findings, folder).run());
  }

  private void versions() {
    String both =
        "source PostgreSQL %s, target PostgreSQL %s".formatted(source.version(), target.version());
    if (target.major() < source.major()) {
      findings.error(
          "version.direction",
          "%s: a newer server's data does not go into an older one; the target must be PostgreSQL %d or newer"
              .formatted(both, source.major()));
    } else if (source.major() < OLDEST) {
      findings.error(
          "version.direction", "%s: allowed from PostgreSQL %d on".formatted(both, OLDEST));
    } else if (target.major() > NEWEST) {
      findings.warning(
          "version.direction", "%s: not proven beyond PostgreSQL %d".formatted(both, NEWEST));
    } else {
      findings.ok("version.direction", both);
    }
  }

  private void extensions() {
    Map<String, String> available = new HashMap<>();
    target
        .query(
            "reading the extensions",
            "select name, default_version from pg_available_extensions",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(entry -> available.put(entry.getKey(), entry.getValue()));
    List<String> missing = new ArrayList<>();
    List<String> other = new ArrayList<>();
    source
        .query(
            "reading the extensions",
            "select extname, extversion from pg_extension order by extname",
            row -> Map.entry(row.getString(1), row.getString(2)))
        .forEach(
            entry -> {
              String there = available.get(entry.getKey());
              if (there == null) {
                missing.add("%s %s".formatted(entry.getKey(), entry.getValue()));
              } else if (!there.equals(entry.getValue())) {
                other.add("%s %s, there %s".formatted(entry.getKey(), entry.getValue(), there));
              }
            });
    if (!missing.isEmpty()) {
      findings.error(
          "extensions",
          "extensions of the source that the target does not have: %s; install them there, or drop them here"
              .formatted(Findings.some(missing)));
    }
    if (!other.isEmpty()) {
      findings.warning(
          "extensions.versions",
          "extensions in another version: %s".formatted(Findings.some(other)));
    }
    if (missing.isEmpty()) {
      findings.ok("extensions", "the target has every extension of the source");
    }
  }

  private void roles() {
    Set<String> there =
        new HashSet<>(target.texts("reading the roles", "select rolname from pg_roles"));
    List<String> missing =
        new GlobalsReader(source)
            .roles().stream().map(Role::name).filter(name -> !there.contains(name)).toList();
    if (!missing.isEmpty()) {
      findings.warning(
          "roles",
          "roles that the target lacks are created there, without passwords: %s"
              .formatted(Findings.some(missing)));
    }
  }

  private void settings() {
    Set<String> known =
        new HashSet<>(target.texts("reading settings", "select lower(name) from pg_settings"));
    List<String> unknown =
        new GlobalsReader(source)
            .read().settings().stream()
                .map(Setting::name)
                .filter(
                    name ->
                        !name.contains(".")
                            && !known.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .distinct()
                .toList();
    if (!unknown.isEmpty()) {
      findings.error(
          "settings",
          "settings of the database or its roles that the target does not know: %s; reset them on the source"
              .formatted(Findings.some(unknown)));
    }
  }
}
