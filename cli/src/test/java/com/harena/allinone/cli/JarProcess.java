package com.harena.allinone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The jar as it is shipped, at work in a process of its own. */
final class JarProcess {
  private static final long MINUTES = 8;

  private final Process process;
  private final Path out;
  private final Path err;

  private JarProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it, in that folder, as the launcher of this checkout does. */
  static JarProcess start(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.add("-Xmx128m");
    command.add("-Dallinone.checkout=" + System.getProperty("allinone.checkout"));
    command.addAll(List.of("-jar", System.getProperty("allinone.jar")));
    command.addAll(List.of(words));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .directory(folder.toFile())
            .start();
    return new JarProcess(process, out, err);
  }

  /** What it has printed as its result until now. */
  String out() throws IOException {
    return Files.readString(out);
  }

  /** Its number. */
  long pid() {
    return process.pid();
  }

  /** Asks it to end as Ctrl-C does. */
  void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(pid())).start().waitFor();
  }

  /** How it ended. */
  Session.Result await() throws IOException, InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end: " + out() + Files.readString(err));
    }
    return new Session.Result(process.exitValue(), out(), Files.readString(err));
  }
}
