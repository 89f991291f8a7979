package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A step in memory. */
class TestWork implements Work, Checkpoints, Progress {
  private final Map<String, String> pieces = new ConcurrentHashMap<>();
  private final AtomicLong advanced = new AtomicLong();
  private volatile long interruptAfter = Long.MAX_VALUE;

  /** Ends the step once so much was done. */
  TestWork interruptedAfter(long amount) {
    interruptAfter = amount;
    return this;
  }

  long advanced() {
    return advanced.get();
  }

  @Override
  public String move() {
    return "move12345678";
  }

  @Override
  public int jobs() {
    return 2;
  }

  @Override
  public Checkpoints checkpoints() {
    return this;
  }

  @Override
  public Progress progress() {
    return this;
  }

  @Override
  public void proceed() {
    if (advanced.get() > interruptAfter) {
      throw new MoveInterrupted();
    }
  }

  @Override
  public Optional<String> find(String piece) {
    return Optional.ofNullable(pieces.get(piece));
  }

  @Override
  public void done(String piece, String note) {
    pieces.put(piece, note);
  }

  @Override
  public void forget(String piece) {
    pieces.remove(piece);
  }

  @Override
  public void begin(String what, long total, Unit unit) {
    advanced.set(0);
  }

  @Override
  public void advance(long amount) {
    advanced.addAndGet(amount);
  }

  @Override
  public void waiting(String reason) {}
}
