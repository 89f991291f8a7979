package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.client.ClientPrograms;
import com.harena.allinone.move.postgres.client.ClientRun;
import com.harena.allinone.move.postgres.client.Complaints;
import com.harena.allinone.move.postgres.client.Remedy;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Runs {@code pg_restore} for one section; any error of it is one of the step. */
final class Restoration {
  private static final Pattern FINISHED = Pattern.compile("finished item (\\d+) .*");

  /**
   * Event triggers of the provider watch what its servers do; the target's need no such guard, and
   * no comment on one.
   */
  private static final Pattern PROVIDERS =
      Pattern.compile(
          "\\d+; \\d+ \\d+ (EVENT TRIGGER - |COMMENT - EVENT TRIGGER ).* rds(admin|_\\S*)");

  /** {@code pg_restore} 17 and newer set this first; a server before 17 does not know it. */
  private static final String UNKNOWN_BEFORE_17 =
      "unrecognized configuration parameter \"transaction_timeout\"";

  private static final int TRANSACTION_TIMEOUT_SINCE = 17;

  private final PostgresSessions sessions;
  private final ClientPrograms programs;
  private final Work work;
  private final Path folder;
  private final int major;
  private final String settings;

  Restoration(
      PostgresSessions sessions, ClientPrograms programs, Work work, Path folder, Target target) {
    this.sessions = sessions;
    this.programs = programs;
    this.work = work;
    this.folder = folder.toAbsolutePath();
    this.major = target.major();
    this.settings = target.settings();
  }

  /** What the restore must know of the server. */
  record Target(int major, String settings) {}

  /** Definitions that data needs, all or nothing where the server lets us. */
  void preData() throws IOException {
    work.progress().begin("creating tables", 0, Progress.Unit.ITEMS);
    List<String> arguments = new ArrayList<>(List.of("--section=pre-data"));
    if (!tolerant()) {
      arguments.add("--single-transaction");
    }
    run(List.of(folder), arguments, line -> {});
  }

  /** Entries of a section that no checkpoint vouches for, by number. */
  Map<String, String> open(String section) throws IOException {
    Checkpoints checkpoints = work.checkpoints();
    return entries(section).entrySet().stream()
        .filter(entry -> checkpoints.find(piece(section, entry.getKey())).isEmpty())
        .collect(inOrder(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** All entries of a section, by number. */
  Map<String, String> entries(String section) throws IOException {
    List<String> lines = new ArrayList<>();
    Complaints complaints = new Complaints(line -> false);
    int status =
        run("pg_restore", List.of("--list", "--section=" + section, dump()), complaints, lines);
    if (status != 0) {
      throw failure(complaints, status);
    }
    return lines.stream()
        .filter(line -> line.matches("\\d+; .*") && !PROVIDERS.matcher(line).matches())
        .collect(inOrder(line -> line.substring(0, line.indexOf(';')), line -> line));
  }

  /** The order of the table of contents is that of the work. */
  private static <T> Collector<T, ?, Map<String, String>> inOrder(
      Function<T, String> key, Function<T, String> value) {
    return Collectors.toMap(key, value, (a, b) -> a, LinkedHashMap::new);
  }

  private int run(String program, List<String> arguments, Complaints complaints, List<String> lines)
      throws IOException {
    return new ClientRun(programs, sessions, Side.TARGET, work)
        .run(
            program,
            List.of(folder),
            "",
            arguments,
            line -> {
              complaints.add(line);
              return lines.add(line);
            });
  }

  /**
   * Restores the open entries of a section with all jobs, and notes each that is finished.
   *
   * @param again whether an earlier run may have made some of them
   */
  void section(String section, Map<String, String> open, boolean again) throws IOException {
    section(section, open, again, work.jobs());
  }

  /** Restores what is still open of a section without a second job that could be in the way. */
  void oneByOne(String section) throws IOException {
    section(section, open(section), true, 1);
  }

  private void section(String section, Map<String, String> open, boolean again, int jobs)
      throws IOException {
    boolean data = section.equals("data");
    Map<String, Long> sizes =
        open.keySet().stream().collect(Collectors.toMap(id -> id, id -> data ? size(id) : 1L));
    work.progress()
        .begin(
            data ? "copying" : "building indexes and constraints",
            sizes.values().stream().mapToLong(Long::longValue).sum(),
            data ? Progress.Unit.BYTES : Progress.Unit.ITEMS);
    Path list = Files.createTempFile("allinone-", ".list").toAbsolutePath();
    try {
      Files.write(list, open.values());
      List<String> arguments = new ArrayList<>();
      arguments.add("--section=" + section);
      arguments.add("--jobs=" + jobs);
      arguments.addAll(again && !data ? List.of("--clean", "--if-exists") : List.of());
      arguments.add("--use-list=" + list);
      run(List.of(folder, list), arguments, line -> note(section, line, sizes));
    } finally {
      Files.delete(list);
    }
  }

  private void note(String section, String line, Map<String, Long> sizes) {
    Matcher finished = FINISHED.matcher(Complaints.message(line));
    if (finished.matches()) {
      String id = finished.group(1);
      work.checkpoints().done(piece(section, id), "");
      work.progress().advance(sizes.getOrDefault(id, 0L));
    }
  }

  static String piece(String section, String id) {
    return section + "/" + id;
  }

  private long size(String id) {
    try {
      Path file = Path.of(dump(), id + ".dat.gz");
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean tolerant() {
    return programs.major() >= TRANSACTION_TIMEOUT_SINCE && major < TRANSACTION_TIMEOUT_SINCE;
  }

  private String dump() {
    return folder.resolve(Dump.FOLDER).toString();
  }

  private void run(List<Path> files, List<String> arguments, Consumer<String> line)
      throws IOException {
    boolean tolerant = tolerant();
    Complaints complaints = new Complaints(text -> tolerant && text.contains(UNKNOWN_BEFORE_17));
    List<String> all = new ArrayList<>(arguments);
    all.addAll(
        List.of(
            "--no-password", "--no-tablespaces", "--verbose", "--dbname=" + database(), dump()));
    if (!tolerant) {
      all.add(0, "--exit-on-error");
    }
    int status =
        new ClientRun(programs, sessions, Side.TARGET, work)
            .run(
                "pg_restore",
                files,
                settings,
                all,
                text -> {
                  boolean first = complaints.add(text);
                  // Unless it ends at an error, it calls an entry finished that has failed.
                  if (complaints.first().isEmpty()) {
                    line.accept(text);
                  }
                  return !first || !tolerant;
                });
    boolean forgiven = status == 1 && complaints.areForgiven();
    if (status != 0 && !forgiven) {
      throw failure(complaints, status);
    }
  }

  private String database() {
    String name = sessions.endpoint(Side.TARGET).database();
    return "dbname='%s'".formatted(name.replace("\\", "\\\\").replace("'", "\\'"));
  }

  /** Whether two jobs waited for each other's locks, and the server ended one of them. */
  static boolean isDeadlock(StoreFailure failure) {
    return failure.getMessage().contains("deadlock detected");
  }

  private RuntimeException failure(Complaints complaints, int status) {
    String words = complaints.first().orElse("it ended with status " + status);
    if (words.matches("could not (open|read|find|uncompress).*(file|data|archive|entry).*")
        && !words.contains("ERROR:")) {
      return new BackupDamaged(
          "pg_restore cannot read %s: %s; take another backup".formatted(dump(), words));
    }
    return sessions.failure(
        Side.TARGET,
        "pg_restore failed: %s; %s"
            .formatted(words, Remedy.of(words, sessions.endpoint(Side.TARGET))));
  }
}
