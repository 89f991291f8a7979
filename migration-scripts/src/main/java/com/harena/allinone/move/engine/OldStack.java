package com.harena.allinone.move.engine;

import java.util.List;

/** What clean-up takes away for good. */
public interface OldStack {
  /**
   * One part of the old stack.
   *
   * @param name its name in messages and journal
   * @param destroy takes it away, or finds that it is gone; throws if it cannot
   */
  record Part(String name, Runnable destroy) {}

  /** Its parts, in the order in which they must go. */
  List<Part> parts();

  /** Its parts are taken away by the operator. */
  static OldStack ofOperator() {
    return List::of;
  }
}
