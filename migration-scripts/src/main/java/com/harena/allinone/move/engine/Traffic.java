package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;

/** Where users are led to. */
public interface Traffic {
  /** Keeps users away from both sides; may be called again. */
  void hold();

  /** Leads users to that side; may be called again. */
  void lead(Side side);

  /** Users are led by somebody else: the operator starts and stops the application. */
  static Traffic byOperator() {
    return new Traffic() {
      @Override
      public void hold() {}

      @Override
      public void lead(Side side) {}
    };
  }
}
