package com.harena.allinone.emulator.function;

/** A function cannot run here, whatever it is asked: nothing of it was done. */
final class NeverRan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NeverRan(String message, Throwable cause) {
    super(message, cause);
  }
}
