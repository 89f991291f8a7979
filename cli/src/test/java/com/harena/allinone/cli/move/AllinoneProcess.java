package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The jar as it is shipped, at work in a process of its own. */
final class AllinoneProcess {
  /** Where the plan of {@link Stacks} looks for its passwords. */
  static final Map<String, String> PASSWORDS =
      Map.of(
          "OLD_DATABASE_PASSWORD", PostgresPair.OLD_PASSWORD,
          "NEW_DATABASE_PASSWORD", PostgresPair.NEW_PASSWORD,
          "OLD_CACHE_PASSWORD", RedisPair.OLD_PASSWORD,
          "NEW_CACHE_PASSWORD", RedisPair.NEW_PASSWORD);

  /** The heap that every move must do with; the rest only makes it start sooner. */
  private static final List<String> JAVA_OPTIONS =
      List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

  private static final long MINUTES = 8;

  /** More options; set once. */
  private static volatile List<String> archive = List.of();

  private final Process process;
  private final Path out;
  private final Path err;

  private AllinoneProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** What a process ended with and said. */
  record Ended(int code, String out, String err) {
    /** Checks the code, and that whoever reads what was said learns no more than needed. */
    Ended with(ExitCode expected) {
      assertThat(code).as("%s%n%s", out, err).isEqualTo(expected.code());
      assertThat(out + err)
          .doesNotContain(PASSWORDS.values())
          .doesNotContain("\tat ", "Exception in", "java.", "a fault of allinone");
      return this;
    }

    /** The one line on standard error that says what went wrong. */
    String complaint() {
      List<String> complaints = err.lines().filter(it -> it.contains("allinone: ")).toList();
      assertThat(complaints).as(err).hasSize(1);
      return complaints.get(0);
    }
  }

  /** Lets a process keep the classes that it loads, and those that follow begin with them. */
  static void keepClasses(Path folder, Supplier<AllinoneProcess> first) {
    Path file = folder.resolve("classes.jsa");
    archive = List.of("-XX:ArchiveClassesAtExit=" + file, "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    first.get().end().with(ExitCode.OK);
    archive = List.of("-XX:SharedArchiveFile=" + file);
  }

  /** Starts it; what it would ask an operator is answered by the text. */
  static AllinoneProcess start(
      Path folder, Map<String, String> variables, String typed, List<String> words) {
    // A process in the background of a script ignores Ctrl-C, and so would all that it starts.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(JAVA_OPTIONS);
    command.addAll(archive);
    if (words.get(0).equals("rehearse")) {
      command.add("-Dallinone.checkout=" + System.getProperty("allinone.checkout"));
    }
    command.addAll(List.of("-jar", System.getProperty("allinone.jar")));
    command.addAll(words);
    try {
      Path in = Files.createTempFile(folder, "process", ".in");
      Path out = Files.createTempFile(folder, "process", ".out");
      Path err = Files.createTempFile(folder, "process", ".err");
      Files.writeString(in, typed);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(variables);
      return new AllinoneProcess(
          builder
              .directory(folder.toFile())
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start(),
          out,
          err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it printed on standard error until now. */
  String said() {
    return read(err);
  }

  /** What it printed as its result until now. */
  String printed() {
    return read(out);
  }

  /** Waits for its end. */
  Ended end() {
    return end(TimeUnit.MINUTES.toMillis(MINUTES));
  }

  private Ended end(long milliseconds) {
    assertThat(endsWithin(milliseconds)).as("ends; it said: %s", said()).isTrue();
    return new Ended(process.exitValue(), read(out), read(err));
  }

  /** Whether it ends by itself within that time. */
  boolean endsWithin(long milliseconds) {
    try {
      return process.waitFor(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as {@code kill -9} does, and nobody else: its children are on their own. */
  void kill() {
    process.destroyForcibly();
    end();
  }

  /** Sends a signal, such as {@code INT}. */
  void signal(String name) {
    signal(name, Stream.of(process.toHandle()));
  }

  /** Sends a signal to it and to everything that it started. */
  void signalAll(String name) {
    signal(name, Stream.concat(Stream.of(process.toHandle()), process.descendants()));
  }

  private static void signal(String name, Stream<ProcessHandle> receivers) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    receivers.forEach(it -> command.add(Long.toString(it.pid())));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What it started and has not ended yet. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** What {@code ps} shows of it and of everything that it started. */
  List<String> commandLines() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(it -> proc(it.pid(), "cmdline").replace('\0', ' '))
        .toList();
  }

  /** The most memory that it had resident until now; 0 when it has ended. */
  long peakKibibytes() {
    return proc(pid(), "status")
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** A file that the system keeps about a process; empty when that has ended. */
  private static String proc(long pid, String name) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), name));
    } catch (IOException e) {
      return "";
    }
  }

  /** Whether {@code pg_dump} or {@code pg_restore} copies at the moment. */
  boolean runsClient() {
    return children().stream()
        .flatMap(it -> it.info().commandLine().stream())
        .anyMatch(it -> it.contains("--snapshot=") || it.contains("--use-list="));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
