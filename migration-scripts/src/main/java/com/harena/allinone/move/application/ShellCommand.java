package com.harena.allinone.move.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Runs a command of the operator's; only its status counts, since its output may hold secrets. */
final class ShellCommand implements Callable<String> {
  private static final long SECONDS = 60;

  private final String command;
  private final Path folder;

  ShellCommand(String command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  @Override
  public String call() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new NotAsExpected("did not end within %d s".formatted(SECONDS));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new NotAsExpected("status %d; expected 0".formatted(process.exitValue()));
    }
    return "status 0";
  }
}
