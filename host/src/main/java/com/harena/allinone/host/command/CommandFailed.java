package com.harena.allinone.host.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program that could not be started, ran too long, or ended with another code than 0. */
public final class CommandFailed extends RuntimeException {
  private static final int LINES_SHOWN = 5;

  private final int exitCode;

  private CommandFailed(String message, int exitCode, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  static CommandFailed ended(Command command, CommandResult result) {
    String said = command.input().isPresent() ? "" : lastLines(result);
    return new CommandFailed(
        "'%s' ended with exit code %d%s"
            .formatted(command.line(), result.exitCode(), said.isEmpty() ? "" : ": " + said),
        result.exitCode(),
        null);
  }

  static CommandFailed tooLong(Command command) {
    return new CommandFailed(
        "'%s' was ended: it ran longer than %d s"
            .formatted(command.line(), command.limit().toSeconds()),
        -1,
        null);
  }

  static CommandFailed notStarted(Command command, Throwable cause) {
    return new CommandFailed(
        "'%s' did not start: %s".formatted(command.line(), cause.getMessage()), -1, cause);
  }

  /** The exit code; -1 when the program did not end by itself. */
  public int exitCode() {
    return exitCode;
  }

  private static String lastLines(CommandResult result) {
    List<String> lines =
        Stream.concat(result.output().lines(), result.errors().lines())
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    return lines.stream()
        .skip(Math.max(0, lines.size() - LINES_SHOWN))
        .collect(Collectors.joining(" | "));
  }
}
