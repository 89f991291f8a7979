package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.globals.Globals.Database;
import com.harena.allinone.move.postgres.globals.Globals.Role;
import com.harena.allinone.move.postgres.globals.Globals.Setting;
import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the source has and the target cannot take. */
final class PairChecks {
  private static final int OLDEST = 13;
  private static final int NEWEST = 18;
  private static final long COMPRESSION = 4;

  private final PostgresSession source;
  private final PostgresSession target;
  private final Findings findings;

  PairChecks(PostgresSession source, PostgresSession target, Findings findings) {
    this.source = source;
    this.target = target;
    this.findings = findings;
  }

  void run() {
    versions();
    findings.add("extensions", this::extensions);
    findings.add("encoding", this::encoding);
    findings.add("collations", this::collations);
    findings.add("roles", this::roles);
    findings.add("settings", this::settings);
    findings.add("disk", this::disk);
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

  private void encoding() {
    Database here = new GlobalsReader(source).database();
    Database there = new GlobalsReader(target).database();
    if (here.encoding().equals(there.encoding())) {
      findings.ok("encoding", "both databases are encoded in " + here.encoding());
    } else if (there.encoding().equals("UTF8") && !here.encoding().equals("SQL_ASCII")) {
      findings.warning(
          "encoding",
          "texts are converted from %s to UTF8; their checksums then differ only if they do"
              .formatted(here.encoding()));
    } else {
      findings.error(
          "encoding",
          "the source is encoded in %s, the target in %s: create the target database with encoding %s"
              .formatted(here.encoding(), there.encoding(), here.encoding()));
    }
  }

  private void collations() {
    Database here = new GlobalsReader(source).database();
    Database there = new GlobalsReader(target).database();
    boolean same =
        here.provider().equals(there.provider())
            && here.collation().equals(there.collation())
            && Objects.equals(here.collationVersion(), there.collationVersion());
    if (same) {
      findings.ok("collation", "both databases sort by " + collation(here));
    } else {
      long indexes =
          source
              .first(
                  "counting indexes of texts",
                  "select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid where"
                      + " c.relnamespace not in (select oid from pg_namespace where nspname ~"
                      + " '^pg_' or nspname = 'information_schema') and 100 = any"
                      + " (i.indcollation::oid[])",
                  row -> row.getLong(1))
              .orElse(0L);
      findings.warning(
          "collation",
          "the source sorts texts by %s, the target by %s: %d indexes of texts are built anew in that order, and queries that sort texts may answer in another"
              .formatted(collation(here), collation(there), indexes));
    }
    Set<String> known =
        new HashSet<>(
            target.texts(
                "reading the collations",
                "select collname from pg_collation where collencoding in (-1, (select encoding"
                    + " from pg_database where datname = current_database()))"));
    List<String> missing =
        source
            .texts(
                "reading the collations",
                """
                select distinct c.collname from pg_attribute a join pg_collation c
                  on c.oid = a.attcollation and c.collnamespace = 'pg_catalog'::regnamespace
                where a.attrelid >= 16384 and not a.attisdropped order by 1
                """)
            .stream()
            .filter(name -> !known.contains(name))
            .toList();
    if (!missing.isEmpty()) {
      findings.error(
          "collations",
          "columns are collated by what the target does not have: %s; install these locales there"
              .formatted(Findings.some(missing)));
    }
  }

  private static String collation(Database database) {
    String version = database.collationVersion();
    return "%s %s%s"
        .formatted(
            database.provider(),
            database.collation(),
            version == null ? "" : " version " + version);
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

  private void disk() {
    long size = new GlobalsReader(source).database().size();
    long rows =
        source
            .first(
                "measuring the tables",
                "select coalesce(sum(pg_table_size(c.oid)), 0)::bigint from pg_class c where"
                    + " c.relkind in ('r', 'm') and c.oid >= 16384",
                row -> row.getLong(1))
            .orElse(0L);
    try {
      long free = Files.getFileStore(Path.of("").toAbsolutePath()).getUsableSpace();
      String message =
          "the source has %s, of which %s are tables; here are %s free"
              .formatted(Findings.size(size), Findings.size(rows), Findings.size(free));
      if (free < rows / COMPRESSION) {
        findings.error(
            "disk.here", message + ": a compressed backup will not fit; free disk space");
      } else if (free < rows) {
        findings.warning("disk.here", message + ": a backup fits only if it compresses well");
      } else {
        findings.ok("disk.here", message);
      }
    } catch (IOException e) {
      findings.warning("disk.here", "how much disk is free here cannot be told: " + e.getMessage());
    }
    findings.ok(
        "disk.target",
        "the target needs about %s; a server cannot be asked how much disk it has free"
            .formatted(Findings.size(size + size / 4)));
  }
}
