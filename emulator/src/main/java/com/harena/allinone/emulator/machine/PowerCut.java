package com.harena.allinone.emulator.machine;

/** The machine is off; an error, so that nothing of it tries again. */
final class PowerCut extends Error {
  private static final long serialVersionUID = 1L;

  PowerCut() {
    super("the power is cut", null, false, false);
  }
}
