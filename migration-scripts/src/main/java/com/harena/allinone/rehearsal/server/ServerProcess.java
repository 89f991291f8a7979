package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A server's process, which ends when this Java process ends in whatever way.
 *
 * <p>A shell starts the server in a session of its own, so that Ctrl-C does not reach it, and holds
 * the reading end of a pipe from us: when that ends, it ends the server.
 */
final class ServerProcess {
  private static final String PID_FILE = "server.pid";
  private static final String GUARD =
      """
      signal=$1 group=$2
      shift 2
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      echo "$server" >server.pid.new && mv server.pid.new server.pid
      (
        read -r _ <&3
        [ "$group" = yes ] && all=0 || all=$server
        kill -CONT "$server"
        kill -"$signal" "$server" && sleep 3
        kill -KILL "$all"
      ) >/dev/null 2>&1 &
      guard=$!
      exec 3<&-
      wait "$server"
      status=$?
      kill -KILL "$guard"
      exit "$status"
      """;

  private final String name;
  private final Path log;
  private final Process shell;
  private final ProcessHandle server;

  private ServerProcess(String name, Path log, Process shell, ProcessHandle server) {
    this.name = name;
    this.log = log;
    this.shell = shell;
    this.server = server;
  }

  /**
   * Starts a server in its folder, which the account must own.
   *
   * @param signal what ends the server at once, without the last signal KILL
   */
  static ServerProcess start(
      String name,
      Path folder,
      String signal,
      List<String> command,
      Map<String, String> variables) {
    Path log = folder.resolve("server.log");
    Path pid = folder.resolve(PID_FILE);
    boolean session = Programs.find("setsid").isPresent();
    List<String> whole = new ArrayList<>();
    if (session) {
      whole.add("setsid");
    }
    whole.addAll(List.of("sh", "-c", GUARD, "guard", signal, session ? "yes" : "no"));
    whole.addAll(command);
    try {
      Files.deleteIfExists(pid);
      ProcessBuilder builder =
          new ProcessBuilder(ServerAccount.command(whole))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(variables);
      Process shell = builder.start();
      Waiting.until(
          Duration.ofSeconds(20), () -> !shell.isAlive() || Files.exists(pid), name + " to begin");
      Optional<ProcessHandle> server =
          Files.exists(pid)
              ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
              : Optional.empty();
      return new ServerProcess(name, log, shell, server.orElse(shell.toHandle()));
    } catch (IOException e) {
      throw new ServerUnavailable("cannot start %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  boolean isAlive() {
    return shell.isAlive();
  }

  /** Waits until it serves; ends it and says what it last said if it does not. */
  void await(Duration limit, BooleanSupplier serves) {
    long end = System.nanoTime() + limit.toNanos();
    while (!serves.getAsBoolean()) {
      if (!isAlive() || System.nanoTime() > end) {
        String problem =
            isAlive()
                ? "did not serve within %d s".formatted(limit.toSeconds())
                : "ended with status %d before it served".formatted(shell.exitValue());
        kill();
        throw new ServerUnavailable("%s %s; its log ends:%n%s".formatted(name, problem, tail()));
      }
      Waiting.pause();
    }
  }

  /** Sends a signal to the server and waits for its end; kills it if that takes a minute. */
  void stop(String signal) {
    if (isAlive()) {
      send(signal, List.of(server));
      try {
        if (!shell.waitFor(60, TimeUnit.SECONDS)) {
          kill();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        kill();
      }
    }
  }

  /** Kills the server and its children, none of which can do anything about it. */
  void kill() {
    List<ProcessHandle> all = family();
    all.forEach(ProcessHandle::destroyForcibly);
    try {
      if (!shell.waitFor(20, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
      for (ProcessHandle one : all) {
        Waiting.until(Duration.ofSeconds(20), () -> !one.isAlive(), name + " to end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the clock for the server and its children. */
  void suspend() {
    send("STOP", family());
  }

  /** Lets them go on. */
  void resume() {
    send("CONT", family());
  }

  private List<ProcessHandle> family() {
    return Stream.concat(Stream.of(server), server.descendants()).toList();
  }

  private void send(String signal, List<ProcessHandle> receivers) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    receivers.forEach(one -> command.add(Long.toString(one.pid())));
    Programs.run(command);
  }

  /** What the server last said. */
  private String tail() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[(int) Math.min(file.length(), 3000)];
      file.seek(file.length() - bytes.length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
