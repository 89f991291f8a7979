package com.harena.allinone.move.postgres;

import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.testing.MemoryWork;
import java.util.Map;

/** Work in memory whose checkpoints outlive a run. */
public class TestWork extends MemoryWork {
  private volatile boolean interrupted;
  private volatile Runnable onAdvance = () -> {};

  /** Work of a move of that name. */
  public TestWork(String move) {
    super(move, 2);
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

  @Override
  public Map<String, String> pieces() {
    return Map.copyOf(super.pieces());
  }

  @Override
  public void proceed() {
    if (interrupted) {
      throw new MoveInterrupted();
    }
  }

  /** What was done is counted over all pieces. */
  @Override
  public void begin(String what, long total, Unit unit) {
    // The count goes on.
  }

  @Override
  public void advance(long amount) {
    super.advance(amount);
    onAdvance.run();
  }
}
