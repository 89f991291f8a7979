package com.harena.allinone.host.remote;

import java.util.Optional;

/** Command lines on an instance that nobody can log in to: Systems Manager's Run Command. */
public interface RunCommand {
  /**
   * Sends a command line to the instance's agent, which runs it as root.
   *
   * @return id of the command
   * @throws InstanceAsleep if the instance has no agent that listens
   */
  String send(String instance, ShellLine line);

  /** How the command goes there; empty as long as Systems Manager knows nothing of it. */
  Optional<Invocation> look(String instance, String command);

  /** Asks the agent to end the command; does nothing to one that has ended. */
  void cancel(String command);
}
