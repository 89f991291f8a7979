package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.cli.Installation;
import com.harena.allinone.cli.Program;
import com.harena.allinone.cli.move.AllinoneProcess.Ended;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with the plan of a move, and what the command line makes of it. */
final class MoveFolder {
  static final String ENVIRONMENT = "harena-process";

  /** The verbs that lead from the old side to the new one. */
  static final List<String> VERBS = List.of("check", "backup", "migrate", "verify", "cutover");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>(AllinoneProcess.PASSWORDS);

  /** Writes the plan. */
  MoveFolder(String plan, Path folder) {
    this.folder = folder;
    plan(plan);
  }

  Path plan() {
    return folder.resolve("harena.move.yaml");
  }

  /** Writes another plan. */
  MoveFolder plan(String text) {
    try {
      Files.writeString(plan(), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets an environment variable of the processes that follow. */
  MoveFolder with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** The directory of journal and backups. */
  Path directory() {
    return folder.resolve("harena.move.d");
  }

  /** Starts {@code allinone move VERB PLAN}. */
  AllinoneProcess start(String verb, String... more) {
    List<String> words = new ArrayList<>(List.of("move"));
    words.addAll(List.of(verb.split(" ")));
    words.addAll(List.of(more));
    words.add(plan().toString());
    return AllinoneProcess.start(folder, variables, "", words);
  }

  /**
   * The same, and returns in the midst of it: when a client program runs, or the old side freezes.
   */
  AllinoneProcess startAndAwaitWork(String verb) {
    int before = journal().size();
    AllinoneProcess process = start(verb);
    Set<String> awaited = new HashSet<>(Set.of("begun"));
    if (verb.equals("cutover")) {
      awaited.add("frozen");
    }
    Awaiting.until(
        verb + " to be at work",
        () -> {
          assertThat(process.isAlive()).as("%s ended: %s", verb, process.said()).isTrue();
          journal().stream().skip(before).forEach(it -> awaited.remove(it.path("type").asText()));
          return awaited.isEmpty()
              && (!Set.of("backup", "migrate").contains(verb) || process.runsClient());
        });
    return process;
  }

  /** The last run, as the status tells it. */
  JsonNode lastRun() {
    JsonNode steps = statusHere().path("steps");
    return steps.path(steps.size() - 1);
  }

  /** Runs {@code allinone move VERB PLAN} to its end. */
  Ended run(String verb, String... more) {
    return start(verb, more).end();
  }

  /** Runs any words to their end. */
  Ended words(String typed, String... words) {
    return AllinoneProcess.start(folder, variables, typed, List.of(words)).end();
  }

  /** Runs the verbs up to one that is named, all of which must succeed. */
  MoveFolder upTo(String last) {
    for (String verb : VERBS.subList(0, VERBS.indexOf(last) + 1)) {
      run(verb).with(ExitCode.OK);
    }
    return this;
  }

  /** What {@code move status --json} prints. */
  JsonNode status() {
    return json(run("status", "--json").with(ExitCode.OK).out());
  }

  /** The same, asked in this JVM, which takes no time. */
  JsonNode statusHere() {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Installation nowhere = new Installation(Optional.empty(), folder);
    int code =
        new Program(nowhere, new PrintWriter(out), new PrintWriter(err))
            .run("move", "status", "--json", plan().toString());
    assertThat(code).as(err.toString()).isZero();
    return json(out.toString());
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** The journal, line by line; a last line that is cut short is none. */
  List<JsonNode> journal() {
    Path file = directory().resolve("journal.ndjson");
    try {
      String text = Files.exists(file) ? Files.readString(file) : "";
      return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(MoveFolder::json).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folders of all backups, finished or not, oldest first. */
  List<Path> backups() {
    Path backups = directory().resolve("backups");
    if (!Files.exists(backups)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(backups)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks for passwords in all that was written and said: journal, proofs, report, output. */
  void assertHoldsNoPassword() {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(AllinoneProcess.PASSWORDS.values());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
