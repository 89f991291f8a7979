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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A move of two stores, "left" and "right", between folders of three tables each. */
final class TestMove implements Traffic {
  static final String NAME = "harena-test";

  final Path folder;
  final List<String> done = new ArrayList<>();
  final List<ApplicationCheck.Answer> answers = new ArrayList<>();
  final List<OldStack.Part> parts = new ArrayList<>();
  final Interruption interruption = new Interruption();
  final StringWriter printed = new StringWriter();
  Consumer<String> hook = piece -> {};
  String environment = NAME;
  Optional<Side> led = Optional.empty();

  TestMove(Path folder) throws IOException {
    this.folder = folder;
    for (String store : List.of("left", "right")) {
      Files.createDirectories(server(Side.SOURCE, store));
      Files.createDirectories(server(Side.TARGET, store));
    }
  }

  /** Fills the old side. */
  TestMove filled() throws IOException {
    for (String store : List.of("left", "right")) {
      for (String table : List.of("accounts", "notes", "users")) {
        Files.writeString(
            server(Side.SOURCE, store).resolve(table), "1 %s\n2 %s\n".formatted(table, store));
      }
    }
    return this;
  }

  Path server(Side side, String store) {
    return folder.resolve(side.word()).resolve(store);
  }

  /** Writes a row, as the application does; a frozen server refuses. */
  void insert(Side side, String store, String table, String row) throws IOException {
    if (FolderStore.isFrozen(server(side, store))) {
      throw new IllegalStateException("frozen");
    }
    Path file = server(side, store).resolve(table);
    Files.writeString(file, Files.readString(file) + row + "\n");
  }

  boolean isFrozen() {
    return FolderStore.isFrozen(server(Side.SOURCE, "left"))
        || FolderStore.isFrozen(server(Side.SOURCE, "right"));
  }

  boolean sidesAreEqual() {
    return List.of("left", "right").stream()
        .allMatch(
            store ->
                FolderStore.inventory(server(Side.SOURCE, store))
                    .equals(FolderStore.inventory(server(Side.TARGET, store))));
  }

  MoveSettings settings() {
    return new MoveSettings(
        environment,
        "harena.move.yaml",
        folder.resolve("move.d"),
        "0.1.0",
        2,
        List.of(moved("left"), moved("right")),
        (expected, work) -> answers,
        this,
        () -> parts);
  }

  private MovedStore moved(String name) {
    Path target = server(Side.TARGET, name);
    FolderStore store =
        new FolderStore(
            name,
            server(Side.SOURCE, name),
            target,
            piece -> {
              hook.accept(piece);
              done.add(piece);
            });
    return new MovedStore(store, "old " + name, "new " + name, () -> store.from(target));
  }

  Result run(Step step) throws IOException {
    try (ProgressBoard board = new ProgressBoard(new PrintWriter(printed), false)) {
      return new Mover(settings(), board, interruption, Clock.systemUTC()).run(step);
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
    led = Optional.empty();
  }

  @Override
  public void lead(Side side) {
    led = Optional.of(side);
  }
}
