package com.harena.allinone.move.elasticsearch;

/** The server has forgotten the moment at which an index was being read: read it anew. */
final class PointInTimeLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PointInTimeLost(String message) {
    super(message);
  }
}
