package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What the engine lends, kept in memory; it can be told to interrupt the work at some moment. */
final class TestWork implements Work, Checkpoints, Progress {
  static final String MOVE = "abcdefabcdef";

  private final Map<String, String> pieces = new ConcurrentHashMap<>();
  private final List<String> waits = new CopyOnWriteArrayList<>();
  private final AtomicLong amount = new AtomicLong();
  private volatile long interruptAt = Long.MAX_VALUE;
  private volatile long eventAt = Long.MAX_VALUE;
  private volatile Runnable event = () -> {};

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

  Map<String, String> pieces() {
    return pieces;
  }

  @Override
  public String move() {
    return MOVE;
  }

  @Override
  public int jobs() {
    return 4;
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
    if (amount.get() >= interruptAt) {
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
