package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.progress.Phase;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.progress.StoreProgress;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/** A move whose lock and journal this process holds: what the steps work with. */
public final class MoveSession {
  /** Work of a store in one step. */
  @FunctionalInterface
  public interface StoreTask<T> {
    /** Does it. */
    T run(Work work) throws IOException;
  }

  private final MoveSettings settings;
  private final Journal journal;
  private final MoveState state;
  private final ProgressBoard board;
  private final Interruption interruption;
  private final Clock clock;
  private final ArrayNode timings = JsonNodeFactory.instance.arrayNode();

  MoveSession(
      MoveSettings settings,
      Journal journal,
      MoveState state,
      ProgressBoard board,
      Interruption interruption,
      Clock clock) {
    this.settings = settings;
    this.journal = journal;
    this.state = state;
    this.board = board;
    this.interruption = interruption;
    this.clock = clock;
  }

  /** What it works on. */
  public MoveSettings settings() {
    return settings;
  }

  /** What has been done. */
  public MoveState state() {
    return state;
  }

  /** Where backups are. */
  public Path backups() {
    return settings.directory().resolve("backups");
  }

  /** Now. */
  public Instant now() {
    return clock.instant();
  }

  /** Notes something; it is on disk when this returns. */
  public void note(String type, ObjectNode content) {
    journal.append(type, content);
  }

  /** Tells the operator something in the midst of a step. */
  public void say(String line) {
    board.say(line);
  }

  /** Where progress is shown. */
  ProgressBoard board() {
    return board;
  }

  /** Ends the step between two pieces of work, if it was asked to end. */
  public void proceed() {
    interruption.proceed();
  }

  /**
   * Lets a store work.
   *
   * @param scope what its checkpoints belong to: step, store and backup
   */
  public <T> T work(String store, String scope, StoreTask<T> task) throws IOException {
    return work(store, checkpoints(scope), interruption::proceed, task);
  }

  /** The same for work that must be done even though the move was asked to end. */
  public <T> T workToTheEnd(String store, String scope, StoreTask<T> task) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return work(store, checkpoints(scope), () -> {}, task);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Lets a store look at a server: what an earlier run saw is never believed. */
  public <T> T look(String line, StoreTask<T> task) throws IOException {
    return look(line, interruption::proceed, task);
  }

  <T> T look(String line, Runnable pause, StoreTask<T> task) throws IOException {
    return work(line, new FreshCheckpoints(), pause, task);
  }

  /** What is noted there. */
  public Checkpoints checkpoints(String scope) {
    return new JournalCheckpoints(journal, state, scope);
  }

  private <T> T work(String line, Checkpoints checkpoints, Runnable pause, StoreTask<T> task)
      throws IOException {
    StoreProgress progress = board.open(line);
    Instant began = now();
    long start = System.nanoTime();
    try {
      return task.run(
          new StoreWork(
              state.move(), settings.directory(), settings.jobs(), checkpoints, progress, pause));
    } finally {
      board.close(progress);
      time(line, began, (System.nanoTime() - start) / 1e9, progress);
    }
  }

  private void time(String line, Instant began, double seconds, StoreProgress progress) {
    synchronized (timings) {
      ObjectNode node = timings.addObject().put("store", line).put("began", began.toString());
      node.put("seconds", rounded(seconds));
      ArrayNode phases = node.putArray("phases");
      for (Phase phase : progress.phases()) {
        phases
            .addObject()
            .put("what", phase.what())
            .put("seconds", rounded(phase.seconds()))
            .put("amount", phase.amount())
            .put("unit", phase.unit().name().toLowerCase(Locale.ROOT));
      }
    }
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  /** What each store took in this run. */
  ArrayNode timings() {
    synchronized (timings) {
      return timings.deepCopy();
    }
  }
}
