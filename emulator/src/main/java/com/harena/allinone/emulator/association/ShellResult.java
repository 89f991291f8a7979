package com.harena.allinone.emulator.association;

/**
 * What a shell script came to on an instance.
 *
 * @param exitStatus its exit status
 * @param output its standard output
 * @param errors its standard error
 */
public record ShellResult(int exitStatus, String output, String errors) {
  /** A shell's exit status for a command that is not there. */
  public static final int NOT_FOUND = 127;
}
