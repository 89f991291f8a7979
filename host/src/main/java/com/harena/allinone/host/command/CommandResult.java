package com.harena.allinone.host.command;

/**
 * How a program ended.
 *
 * @param exitCode its exit code
 * @param output standard output
 * @param errors standard error
 */
public record CommandResult(int exitCode, String output, String errors) {
  /** Whether the exit code is 0. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
