package com.harena.allinone.move.store;

import java.util.Optional;

/** Finished pieces of work, kept over a kill. */
public interface Checkpoints {
  /** What was noted when this piece was finished; empty if it never was. */
  Optional<String> find(String piece);

  /** Notes that the piece is finished; on disk when this returns. */
  void done(String piece, String note);

  /** Forgets the piece, before its work is undone; on disk when this returns. */
  void forget(String piece);
}
