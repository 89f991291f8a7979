package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Checkpoints;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints of this run alone. */
final class FreshCheckpoints implements Checkpoints {
  private final Map<String, String> notes = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(String piece) {
    return Optional.ofNullable(notes.get(piece));
  }

  @Override
  public void done(String piece, String note) {
    notes.put(piece, note);
  }

  @Override
  public void forget(String piece) {
    notes.remove(piece);
  }
}
