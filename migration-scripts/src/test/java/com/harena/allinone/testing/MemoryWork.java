package com.harena.allinone.testing;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the engine lends for one step, kept in memory. */
public class MemoryWork implements Work, Checkpoints, Progress {
  private final String move;
  private final int jobs;
  private final Map<String, String> pieces = new ConcurrentHashMap<>();
  private final AtomicLong advanced = new AtomicLong();
  private volatile long interruptAfter = Long.MAX_VALUE;

  /** Work of a move of that name, with so many jobs. */
  public MemoryWork(String move, int jobs) {
    this.move = move;
    this.jobs = jobs;
  }

  /** Work of some move with two jobs. */
  public MemoryWork() {
    this("move12345678", 2);
  }

  /** Ends the step once so much of its present piece was done. */
  public MemoryWork interruptedAfter(long amount) {
    interruptAfter = amount;
    return this;
  }

  /** How much of the present piece was done. */
  public long advanced() {
    return advanced.get();
  }

  /** Everything that is finished. */
  public Map<String, String> pieces() {
    return pieces;
  }

  @Override
  public String move() {
    return move;
  }

  /** Where the tests run, which nothing is written to. */
  @Override
  public Path directory() {
    return Path.of("").toAbsolutePath();
  }

  @Override
  public int jobs() {
    return jobs;
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
  public void waiting(String reason) {
    // Nobody looks.
  }
}
