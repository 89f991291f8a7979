package com.harena.allinone.box;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.ProcessCommands;
import java.time.Duration;
import java.util.List;

/** Programs of the machine that runs the test. */
final class Programs {
  private static final ProcessCommands COMMANDS = new ProcessCommands();

  private Programs() {}

  static String run(String... words) {
    return COMMANDS.run(words);
  }

  static String run(Duration limit, List<String> words) {
    return COMMANDS.run(Command.of(words).within(limit));
  }

  static CommandResult attempt(String... words) {
    return COMMANDS.attempt(Command.of(words));
  }

  static CommandResult attempt(Command command) {
    return COMMANDS.attempt(command);
  }

  static CommandResult attempt(Duration limit, List<String> words) {
    return COMMANDS.attempt(Command.of(words).within(limit));
  }
}
