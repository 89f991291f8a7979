package com.harena.allinone.move.store;

/** One kind of data that moves, with what each step of the move needs of it. */
public interface Store {
  /** Name in messages, journal and manifest, and folder in a backup: {@code postgres}. */
  String name();

  /** Looks for whatever would make the move fail. */
  Checker checker();

  /** The old side. */
  Source source();

  /** The new side. */
  Sink sink();

  /** Proves both sides equal. */
  Verifier verifier();
}
