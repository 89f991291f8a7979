package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.journal.MoveLock;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a move has done, read from its directory alone: for status and report. */
public final class MoveReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MoveSettings settings;
  private final MoveState state = new MoveState();
  private final Optional<Long> process;

  private MoveReport(MoveSettings settings, Optional<Long> process) {
    this.settings = settings;
    this.process = process;
  }

  /** Reads the move's journal, also while another process works on the move. */
  public static MoveReport read(MoveSettings settings) throws IOException {
    MoveReport report = new MoveReport(settings, MoveLock.runningIn(settings.directory()));
    Journal.read(settings.directory(), report.state::take);
    return report;
  }

  /** What the journal says. */
  public MoveState state() {
    return state;
  }

  /** The process that works on the move at the moment. */
  public Optional<Long> process() {
    return process;
  }

  /** What to do next. */
  public Optional<NextStep> next() {
    return NextStep.of(state, settings);
  }

  /** How far the move is, in a word. */
  public String word() {
    return NextStep.state(state, settings);
  }

  /** The whole document, as the package says. */
  public ObjectNode json(Instant now) throws IOException {
    ObjectNode json = summary(now);
    json.set("findings", state.findings().isMissingNode() ? array() : state.findings());
    json.set("proof", proof());
    json.set("application", state.application().isMissingNode() ? array() : state.application());
    return json;
  }

  /** The document without findings, proof and answers. */
  public ObjectNode summary(Instant now) throws IOException {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("format", 1)
            .put("move", state.move())
            .put("environment", settings.environment())
            .put("plan", settings.plan())
            .put("tool", settings.tool())
            .put("written", now.toString())
            .put("state", word())
            .put("serving", state.serving().word());
    json.set("next", next().map(this::nextJson).orElse(null));
    json.set("stores", stores());
    json.set("steps", steps());
    ArrayNode backups = json.putArray("backups");
    for (BackupRecord backup : state.backups()) {
      backup
          .finished()
          .ifPresent(
              at ->
                  backups
                      .addObject()
                      .put("folder", "backups/" + backup.folder())
                      .put("finished", at.toString())
                      .put("side", backup.side().word())
                      .put("files", backup.files())
                      .put("bytes", backup.bytes())
                      .put("current", state.currentBackup().equals(Optional.of(backup))));
    }
    return json;
  }

  private ObjectNode nextJson(NextStep next) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message", next.message())
        .put("command", "allinone move %s %s".formatted(next.verb(), settings.plan()));
  }

  private ArrayNode stores() throws IOException {
    Optional<Manifest> manifest = manifest();
    ArrayNode stores = array();
    for (MovedStore moved : settings.stores()) {
      ObjectNode node =
          stores
              .addObject()
              .put("name", moved.name())
              .put("source", moved.source())
              .put("target", moved.target());
      Optional<Inventory> contents =
          manifest.flatMap(it -> it.store(moved.name())).map(it -> it.inventory());
      node.put("sourceVersion", contents.map(Inventory::version).orElse(null));
      node.put("targetVersion", targetVersion(moved.name()));
      node.put("items", contents.map(it -> it.items().size()).orElse(null));
      node.put("count", contents.map(MoveReport::count).orElse(null));
      node.put("bytes", manifest.map(it -> it.bytes(moved.name())).orElse(null));
    }
    return stores;
  }

  private static long count(Inventory inventory) {
    return inventory.items().stream()
        .filter(item -> item.detail().isEmpty())
        .mapToLong(Item::count)
        .sum();
  }

  private String targetVersion(String store) {
    for (JsonNode each : state.proof().path("versions")) {
      if (each.path("store").asText().equals(store)) {
        return each.path("target").asText(null);
      }
    }
    return null;
  }

  private Optional<Manifest> manifest() throws IOException {
    if (state.currentBackup().isEmpty()) {
      return Optional.empty();
    }
    Path folder =
        settings.directory().resolve("backups").resolve(state.currentBackup().get().folder());
    try {
      return Optional.of(ManifestFile.read(folder));
    } catch (BackupDamaged e) {
      return Optional.empty();
    }
  }

  private ArrayNode steps() {
    ArrayNode steps = array();
    List<RunRecord> runs = state.runs();
    for (int index = 0; index < runs.size(); index++) {
      RunRecord run = runs.get(index);
      ObjectNode node = steps.addObject().put("step", run.step());
      node.put("began", run.began().toString());
      boolean running = run.ended() == null && index == runs.size() - 1 && process.isPresent();
      node.put("ended", run.ended() == null ? null : run.ended().toString());
      node.put(
          "seconds",
          run.ended() == null
              ? null
              // Not below nothing, where the clock was set back.
              : Math.max(0, Duration.between(run.began(), run.ended()).toMillis()) / 1000.0);
      node.put("outcome", outcome(run, running));
      node.put("message", message(run, running));
      node.set("stores", run.stores() == null ? array() : run.stores());
    }
    return steps;
  }

  private static String outcome(RunRecord run, boolean running) {
    if (run.ended() != null) {
      return run.outcome().equals(Outcome.UNFIT.word()) ? "failed" : run.outcome();
    }
    return running ? "running" : "interrupted";
  }

  private String message(RunRecord run, boolean running) {
    if (run.ended() != null) {
      return run.message();
    }
    return running
        ? "process %d is at work".formatted(process.orElseThrow())
        : "its process ended without a word; the same command goes on";
  }

  private JsonNode proof() throws IOException {
    String file = state.proof().path("file").asText("");
    Path path = settings.directory().resolve(file);
    return file.isEmpty() || !Files.exists(path)
        ? JsonNodeFactory.instance.nullNode()
        : MAPPER.readTree(Files.readAllBytes(path));
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
