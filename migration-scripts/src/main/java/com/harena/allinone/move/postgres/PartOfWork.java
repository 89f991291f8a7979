package com.harena.allinone.move.postgres;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** Work that is done beside other work: without a progress line, and ended when the other fails. */
final class PartOfWork implements Work {
  private final Work whole;
  private final AtomicBoolean ended;
  private final Progress progress;

  PartOfWork(Work whole, AtomicBoolean ended, Progress progress) {
    this.whole = whole;
    this.ended = ended;
    this.progress = progress;
  }

  /** Shows nothing. */
  static Progress silent() {
    return new Progress() {
      @Override
      public void begin(String what, long total, Unit unit) {
        // Another part has the line.
      }

      @Override
      public void advance(long amount) {
        // Another part has the line.
      }

      @Override
      public void waiting(String reason) {
        // Another part has the line.
      }
    };
  }

  @Override
  public String move() {
    return whole.move();
  }

  @Override
  public Path directory() {
    return whole.directory();
  }

  @Override
  public int jobs() {
    return whole.jobs();
  }

  @Override
  public Checkpoints checkpoints() {
    return whole.checkpoints();
  }

  @Override
  public Progress progress() {
    return progress;
  }

  @Override
  public void proceed() {
    whole.proceed();
    if (ended.get()) {
      throw new MoveInterrupted();
    }
  }
}
