package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.ApplicationCheck;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.MoveReport;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.engine.OldStack;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.engine.Traffic;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A move of two stores, "left" and "right", between folders of three tables each. */
final class TestMove implements Traffic {
  static final String NAME = "harena-test";

  final Path folder;
  final List<String> done = Collections.synchronizedList(new ArrayList<>());
  final List<ApplicationCheck.Answer> answers = new ArrayList<>();
  final List<OldStack.Part> parts = new ArrayList<>();
  final Interruption interruption = new Interruption();
  final StringWriter printed = new StringWriter();
  Consumer<String> hook = piece -> {};
  String environment = NAME;
  String tool = "0.1.0";
  String directory = "move.d";
  List<String> tables = List.of("accounts", "notes", "users");
  List<String> stores = List.of("left", "right");
  String oldPlace = "old";
  String newPlace = "new";
  Clock clock = Clock.systemUTC();
  Optional<Side> led = Optional.empty();

  TestMove(Path folder) throws IOException {
    this.folder = folder;
    makeServers();
  }

  /** Makes the servers that there are not. */
  final void makeServers() throws IOException {
    for (String store : stores) {
      Files.createDirectories(server(Side.SOURCE, store).path());
      Files.createDirectories(server(Side.TARGET, store).path());
    }
  }

  /** Fills the old side. */
  TestMove filled() throws IOException {
    makeServers();
    for (String store : stores) {
      for (String table : tables) {
        Files.writeString(
            server(Side.SOURCE, store).path().resolve(table),
            "1 %s\n2 %s\n".formatted(table, store));
      }
    }
    return this;
  }

  FolderServer server(Side side, String store) {
    String place = side == Side.SOURCE ? oldPlace : newPlace;
    return new FolderServer(folder.resolve(place).resolve(store));
  }

  /** Writes a row, as the application does; a frozen server refuses. */
  void insert(Side side, String store, String table, String row) {
    server(side, store).insert(table, row);
  }

  boolean isFrozen() {
    return isFrozen(Side.SOURCE);
  }

  boolean isFrozen(Side side) {
    return stores.stream().anyMatch(store -> server(side, store).isFrozen());
  }

  boolean sidesAreEqual() {
    return stores.stream()
        .allMatch(
            store ->
                server(Side.SOURCE, store)
                    .inventory()
                    .equals(server(Side.TARGET, store).inventory()));
  }

  MoveSettings settings() {
    return new MoveSettings(
        environment,
        "harena.move.yaml",
        folder.resolve(directory),
        tool,
        2,
        stores.stream().map(this::moved).toList(),
        (expected, work) -> ask(),
        this,
        () -> parts);
  }

  private MovedStore moved(String name) {
    FolderServer target = server(Side.TARGET, name);
    FolderStore store = new FolderStore(name, server(Side.SOURCE, name), target, this::told);
    return new MovedStore(
        store,
        oldPlace + " " + name,
        newPlace + " " + name,
        () -> new FolderStore(name, target, target, this::told));
  }

  private List<ApplicationCheck.Answer> ask() {
    told("ask");
    return answers;
  }

  private void told(String piece) {
    hook.accept(piece);
    done.add(piece);
  }

  Result run(Step step) throws IOException {
    try (ProgressBoard board = new ProgressBoard(new PrintWriter(printed), false)) {
      return new Mover(settings(), board, interruption, clock).run(step);
    }
  }

  /** Runs the steps up to one that is named. */
  TestMove upTo(String last) throws IOException {
    for (Step step :
        List.of(
            new CheckStep(),
            new BackupStep(false),
            new MigrateStep(),
            new VerifyStep(false),
            new CutoverStep())) {
      run(step);
      if (step.name().equals(last)) {
        break;
      }
    }
    done.clear();
    return this;
  }

  MoveState state() throws IOException {
    return MoveReport.read(settings()).state();
  }

  @Override
  public void hold() {
    told("hold");
    led = Optional.empty();
  }

  @Override
  public void lead(Side side) {
    told("lead " + side.word());
    led = Optional.of(side);
  }
}
