package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.FreeDisk;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the backup has room here, and the database there. */
final class DiskChecks {
  /** What a dump's tables are compressed to at best, as a rule. */
  private static final long COMPRESSION = 4;

  private final PostgresSession source;
  private final PostgresSession target;
  private final Findings findings;
  private final Path folder;

  /** Checks both databases, and the folder that the backup will be in. */
  DiskChecks(PostgresSession source, PostgresSession target, Findings findings, Path folder) {
    this.source = source;
    this.target = target;
    this.findings = findings;
    this.folder = folder;
  }

  void run() {
    long size = new GlobalsReader(source).database().size();
    here(size);
    there(size);
  }

  private void here(long size) {
    long rows =
        source
            .first(
                "measuring the tables",
                "select coalesce(sum(pg_table_size(c.oid)), 0)::bigint from pg_class c where"
                    + " c.relkind in ('r', 'm') and c.oid >= 16384",
                row -> row.getLong(1))
            .orElse(0L);
    try {
      long free = FreeDisk.below(folder);
      String message =
          "the source has %s, of which %s are tables; %s has %s free"
              .formatted(Findings.size(size), Findings.size(rows), folder, Findings.size(free));
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
  }

  /** Indexes and write-ahead log need some more than what the source has now. */
  private void there(long size) {
    long needed = size + size / 4;
    Optional<Long> free = dataFolder().flatMap(DiskChecks::free);
    if (free.isEmpty()) {
      findings.warning(
          "disk.target",
          "the target needs about %s; a server elsewhere cannot be asked how much disk it has free: see that it has that much"
              .formatted(Findings.size(needed)));
      return;
    }
    String message =
        "the target needs about %s and has %s free"
            .formatted(Findings.size(needed), Findings.size(free.get()));
    if (free.get() < size) {
      findings.error("disk.target", message + ": free disk space there, or give it a larger disk");
    } else if (free.get() < needed) {
      findings.warning("disk.target", message + ": that is tight");
    } else {
      findings.ok("disk.target", message);
    }
  }

  /** Where the target's database is, if its server is on this machine. */
  private Optional<Path> dataFolder() {
    return target
        .first(
            "looking for the target's data",
            """
            select coalesce(nullif(pg_tablespace_location(d.dattablespace), ''),
              current_setting('data_directory', true)), current_setting('data_directory', true)
            from pg_database d where d.datname = current_database()
              and pg_has_role('pg_read_all_settings', 'USAGE')
            """,
            row -> new String[] {row.getString(1), row.getString(2)})
        .filter(folders -> folders[1] != null && isItsFolder(folders[1]))
        .map(folders -> Path.of(folders[0]));
  }

  /** A tunnel may end here too: the folder must hold the very cluster that answers. */
  private boolean isItsFolder(String folder) {
    try (DataInputStream control =
        new DataInputStream(Files.newInputStream(Path.of(folder, "global", "pg_control")))) {
      long identifier = Long.reverseBytes(control.readLong());
      return target
          .first(
              "looking for the target's data",
              "select system_identifier from pg_control_system()",
              row -> row.getLong(1))
          .filter(there -> there == identifier)
          .isPresent();
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static Optional<Long> free(Path folder) {
    try {
      return Optional.of(FreeDisk.below(folder));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
