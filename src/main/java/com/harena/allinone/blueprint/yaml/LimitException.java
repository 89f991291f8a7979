package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.Position;

/** Ends the reading of a file that no blueprint can be, before it costs time. */
final class LimitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Position position;
  private final String allowed;

  LimitException(Position position, String problem, String allowed) {
    super(problem, null, false, false);
    this.position = position;
    this.allowed = allowed;
  }

  Position position() {
    return position;
  }

  String allowed() {
    return allowed;
  }
}
