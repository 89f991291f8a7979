package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.testing.MemoryWork;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Work in memory that something can happen to at some moment. */
final class TestWork extends MemoryWork {
  static final String MOVE = "abcdefabcdef";

  private final List<String> waits = new CopyOnWriteArrayList<>();
  private final AtomicLong amount = new AtomicLong();
  private volatile long interruptAt = Long.MAX_VALUE;
  private volatile long eventAt = Long.MAX_VALUE;
  private volatile Runnable event = () -> {};

  TestWork() {
    super(MOVE, 4);
  }

  /** Something happens once so much of the present piece is done. */
  void at(long done, Runnable happens) {
    amount.set(0);
    event = happens;
    eventAt = done;
  }

  /** The work ends once so much of the present piece is done. */
  void interruptAt(long done) {
    amount.set(0);
    interruptAt = done;
  }

  List<String> waits() {
    return waits;
  }

  @Override
  public void proceed() {
    if (amount.get() >= interruptAt) {
      throw new MoveInterrupted();
    }
  }

  @Override
  public void begin(String what, long total, Unit unit) {
    amount.set(0);
  }

  @Override
  public void advance(long more) {
    if (amount.addAndGet(more) >= eventAt) {
      eventAt = Long.MAX_VALUE;
      event.run();
    }
  }

  @Override
  public void waiting(String reason) {
    if (!reason.isEmpty()) {
      waits.add(reason);
    }
  }
}
