package com.harena.allinone.host.owner;

/**
 * The next thing to do on the way to the volume.
 *
 * @param kind what to do
 * @param words what is seen and done, as told once
 * @param call the call to AWS, for {@link Kind#ACT}
 */
record Move(Kind kind, String words, Runnable call) {
  enum Kind {
    /** The volume is this instance's. */
    HELD,
    /** Something is on its way: look again. */
    WAIT,
    /** Make the call, if still the owner. */
    ACT
  }

  static Move held(String words) {
    return new Move(Kind.HELD, words, () -> {});
  }

  static Move waiting(String words) {
    return new Move(Kind.WAIT, words, () -> {});
  }

  static Move act(String words, Runnable call) {
    return new Move(Kind.ACT, words, call);
  }
}
