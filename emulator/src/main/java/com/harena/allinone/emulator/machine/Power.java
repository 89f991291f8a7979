package com.harena.allinone.emulator.machine;

/** Whether a machine is on; one for each time that it is turned on. */
final class Power {
  private volatile boolean on = true;

  void cut() {
    on = false;
  }

  boolean on() {
    return on;
  }

  /** Ends whoever asks, once the power is cut. */
  void check() {
    if (!on) {
      throw new PowerCut();
    }
  }
}
