package com.harena.allinone.host.command;

/** Where programs are run: the machine itself, or a test's picture of one. */
public interface Commands {
  /** Runs the program to its end, whatever its exit code; throws {@link CommandFailed} if cut. */
  CommandResult attempt(Command command);

  /** Runs the program and returns its standard output; throws {@link CommandFailed} unless 0. */
  default String run(Command command) {
    CommandResult result = attempt(command);
    if (!result.succeeded()) {
      throw CommandFailed.ended(command, result);
    }
    return result.output();
  }

  /** Runs the words and returns standard output; throws {@link CommandFailed} unless 0. */
  default String run(String... words) {
    return run(Command.of(words));
  }
}
