package com.harena.allinone.move.redis.rdb;

import java.io.IOException;

/** The bytes of a value are not what their format says. */
public final class DamagedValue extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public DamagedValue(String message) {
    super(message);
  }
}
