package com.harena.allinone.emulator.fleet;

/** The machine behind an instance. */
public interface MachineSwitch {
  /** The instance runs: its machine boots. */
  void on(Launched instance);

  /** The instance stops or ends: its machine is off when this returns. */
  void off(String instance);

  /** The instance is gone: nothing of its root disk remains. */
  void gone(String instance);

  /** EC2 tells no more of an instance that is gone: nothing of it need be remembered. */
  default void forgotten(String instance) {
    // Whoever remembers nothing has nothing to do.
  }
}
