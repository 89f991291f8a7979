package com.harena.allinone.move.postgres;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Work of one step in memory; a copy of its checkpoints outlives a run. */
public class TestWork implements Work, Checkpoints, Progress {
  private final String move;
  private final Map<String, String> pieces = new ConcurrentHashMap<>();
  private final AtomicLong advanced = new AtomicLong();
  private volatile boolean interrupted;
  private volatile Runnable onAdvance = () -> {};

  /** Work of a move of that name. */
  public TestWork(String move) {
    this.move = move;
  }

  /** Ends the move: the next {@link #proceed} says so. */
  public void interrupt() {
    interrupted = true;
  }

  /** Goes on with the same checkpoints. */
  public void goOn() {
    interrupted = false;
    onAdvance = () -> {};
  }

  /** Runs this whenever something is finished. */
  public void onAdvance(Runnable action) {
    onAdvance = action;
  }

  /** How much was advanced in all. */
  public long advanced() {
    return advanced.get();
  }

  /** Everything that is finished. */
  public Map<String, String> pieces() {
    return Map.copyOf(pieces);
  }

  @Override
  public String move() {
    return move;
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
    if (interrupted) {
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
    // Nobody looks.
  }

  @Override
  public void advance(long amount) {
    advanced.addAndGet(amount);
    onAdvance.run();
  }

  @Override
  public void waiting(String reason) {
    // Nobody looks.
  }
}
