package com.harena.allinone.host.backup;

import com.harena.allinone.host.command.CommandResult;

/** How a container with this command line ended that did not end well. */
record ContainerEnd(CommandResult result) {
  private static final String NAME = "allinone: ";

  /** What it said last, under the kind that its exit code names. */
  BackupFailed failure(String work) {
    BackupFault fault = BackupFault.ofExitCode(result.exitCode()).orElse(BackupFault.ENDED);
    String said =
        result
            .errors()
            .lines()
            .filter(line -> !line.isBlank())
            .reduce((earlier, later) -> later)
            .map(line -> line.startsWith(NAME) ? line.substring(NAME.length()) : line)
            .orElse(fault.meaning());
    return new BackupFailed(
        fault,
        fault == BackupFault.ENDED
            ? "%s ended with exit code %d: %s".formatted(work, result.exitCode(), said)
            : said);
  }
}
