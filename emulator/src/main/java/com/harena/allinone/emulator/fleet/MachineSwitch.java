package com.harena.allinone.emulator.fleet;

/** The machine behind an instance. */
public interface MachineSwitch {
  /** The instance runs: its machine boots. */
  void on(Launched instance);

  /** The instance stops or ends: its machine is off when this returns. */
  void off(String instance);

  /** The instance is gone: nothing of its root disk remains. */
  void gone(String instance);
}
