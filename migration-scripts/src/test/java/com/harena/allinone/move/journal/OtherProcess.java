package com.harena.allinone.move.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What another process does with the directory of a move; {@link #main} runs in it. */
public final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private OtherProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it; {@code before} are the words of a program that starts it in its turn. */
  static OtherProcess start(List<String> before, String verb, Path directory) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            OtherProcess.class.getName(),
            verb,
            directory.toString()));
    return new OtherProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  String line() throws IOException {
    return Optional.ofNullable(out.readLine()).orElse("nothing: it ended");
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** Does what the verb says, and says how that went. */
  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args[1]);
    switch (args[0]) {
      case "take" -> take(directory);
      case "ask" -> ask(directory);
      case "fill" -> fill(directory);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void take(Path directory) throws Exception {
    try (MoveLock lock = MoveLock.take(directory)) {
      System.out.println("taken" + (lock == null ? " not" : ""));
      Thread.sleep(600_000);
    } catch (MoveBusy e) {
      System.out.println(e.getMessage());
    }
  }

  private static void ask(Path directory) throws Exception {
    try (FileChannel lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.WRITE)) {
      lock.lock();
      System.out.println("asking");
      Thread.sleep(100);
    }
  }

  /** Writes until the disk is full; then something small, which fits again. */
  private static void fill(Path directory) throws IOException {
    int written = 0;
    try (MoveLock lock = MoveLock.take(directory);
        Journal journal = Journal.open(lock, Clock.systemUTC(), entry -> {})) {
      try {
        while (true) {
          journal.append("said", Journal.content().put("text", "x".repeat(300)));
          written++;
        }
      } catch (UncheckedIOException e) {
        System.out.println("full after " + written);
      }
      journal.append("said", Journal.content().put("text", "small"));
      System.out.println("written");
    }
  }
}
