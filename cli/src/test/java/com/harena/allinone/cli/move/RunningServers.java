package com.harena.allinone.cli.move;

import java.nio.file.Path;
import java.util.List;

/** Processes that run with a file or folder of theirs in a certain folder. */
final class RunningServers {
  private RunningServers() {}

  /** Their command lines. */
  static List<String> below(Path folder) {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains(folder + "/"))
        .toList();
  }
}
