package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.client.ClientPrograms;
import com.harena.allinone.move.postgres.client.ClientRun;
import com.harena.allinone.move.postgres.client.Complaints;
import com.harena.allinone.move.postgres.client.Remedy;
import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.globals.Globals;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code pg_dump} in directory format through an exported snapshot. */
final class Dump {
  /** Folder of the dump in the folder of the backup. */
  static final String FOLDER = DumpContents.FOLDER;

  private static final Pattern BEGUN = Pattern.compile("dumping contents of table \"(.*)\"");
  private static final Pattern FINISHED = Pattern.compile("finished item \\d+ TABLE DATA (.*)");

  private final PostgresSessions sessions;
  private final ClientPrograms programs;
  private final Work work;
  private final Map<String, Long> sizes = new HashMap<>();
  private final List<String> begun = new ArrayList<>();

  Dump(PostgresSessions sessions, ClientPrograms programs, Work work) {
    this.sessions = sessions;
    this.programs = programs;
    this.work = work;
  }

  void write(Path backup, String snapshot, Globals globals, PostgresSession holder)
      throws IOException {
    Path folder = backup.toAbsolutePath();
    measure(holder);
    work.progress().begin("dumping", total(), Progress.Unit.BYTES);
    Complaints complaints = new Complaints(line -> false);
    int status =
        new ClientRun(programs, sessions, Side.SOURCE, work)
            .run(
                "pg_dump",
                List.of(folder),
                "",
                List.of(
                    "--format=directory",
                    "--file=" + folder.resolve(FOLDER),
                    "--jobs=" + work.jobs(),
                    "--snapshot=" + snapshot,
                    "--compress=1",
                    "--no-sync",
                    "--no-password",
                    "--no-subscriptions",
                    "--no-tablespaces",
                    "--verbose"),
                line -> {
                  complaints.add(line);
                  follow(line);
                  return true;
                });
    if (status != 0) {
      throw failure(holder, globals, status, complaints);
    }
  }

  private StoreFailure failure(
      PostgresSession holder, Globals globals, int status, Complaints complaints)
      throws IOException {
    String words = complaints.first().orElse("it ended with status " + status);
    boolean local =
        !words.matches(".*(ERROR:|FATAL:|connection to server).*")
            && words.matches(".*(could not (write|open|create|close)|No space left).*");
    if (local) {
      throw new IOException(
          "pg_dump cannot write the backup: %s; see that the disk has room, then run the same command again"
              .formatted(words));
    }
    // What it says first may follow from a lost connection only.
    String remedy =
        holder.answers() ? Remedy.of(words, sessions.endpoint(Side.SOURCE)) : Remedy.UNREACHABLE;
    return sessions.failure(
        Side.SOURCE,
        "pg_dump of %s failed: %s; %s".formatted(globals.database().name(), words, remedy));
  }

  private void measure(PostgresSession holder) {
    holder
        .query(
            "measuring the tables",
            "select n.nspname || '.' || c.relname, pg_table_size(c.oid) from pg_class c join"
                + " pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname"
                + " !~ '^pg_' and n.nspname <> 'information_schema'",
            row -> Map.entry(row.getString(1), row.getLong(2)))
        .forEach(entry -> sizes.put(entry.getKey(), entry.getValue()));
  }

  private long total() {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A finished table counts with its size; the line that says so leaves out the schema. */
  private void follow(String line) {
    String message = Complaints.message(line);
    Matcher start = BEGUN.matcher(message);
    if (start.matches()) {
      begun.add(start.group(1));
      return;
    }
    Matcher end = FINISHED.matcher(message);
    if (end.matches()) {
      begun.stream()
          .filter(name -> name.endsWith("." + end.group(1)))
          .findFirst()
          .ifPresent(
              name -> {
                begun.remove(name);
                work.progress().advance(sizes.getOrDefault(name, 0L));
              });
    }
  }
}
