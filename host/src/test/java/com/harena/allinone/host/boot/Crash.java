package com.harena.allinone.host.boot;

/** The process is killed, or the machine loses power. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash() {
    super("crash", null, false, false);
  }
}
