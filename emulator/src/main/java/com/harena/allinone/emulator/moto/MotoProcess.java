package com.harena.allinone.emulator.moto;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.program.Installed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * moto's server on a free loopback port. It holds the reading end of a pipe from this process, so
 * that it ends with it, also when this process is killed.
 */
public final class MotoProcess implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);

  private final Process process;
  private final Path log;
  private final int port;

  private MotoProcess(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    this.port = port;
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param folder holds its log, its HOME and its files
   * @throws LocalFailure if it does not serve
   */
  public static MotoProcess start(PythonEnvironment environment, Path folder) {
    Path script =
        Written.text(
            folder.resolve("moto_process.py"),
            Installed.resource(MotoProcess.class, "moto_process.py"));
    Path log = folder.resolve("moto.log");
    Path portFile = folder.resolve("moto.port");
    Path home = folder.resolve("moto-home");
    try {
      Files.createDirectories(home);
      Files.deleteIfExists(portFile);
      ProcessBuilder builder =
          new ProcessBuilder(
                  List.of(environment.python().toString(), script.toString(), portFile.toString()))
              .directory(home.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      prepare(builder.environment(), environment, home);
      Process process = builder.start();
      return new MotoProcess(process, log, await(process, portFile, log));
    } catch (IOException e) {
      throw new LocalFailure("cannot start moto: " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Number of its process. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it wrote. */
  public Path log() {
    return log;
  }

  /** Why it serves no more. */
  public String epitaph() {
    return "moto has ended with status %d; its log: %s".formatted(process.exitValue(), log);
  }

  /** Ends it. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void prepare(
      Map<String, String> variables, PythonEnvironment environment, Path home) {
    // Nothing of the user's AWS, Docker or Python may reach it.
    variables
        .keySet()
        .removeIf(
            name ->
                name.startsWith("AWS_") || name.startsWith("MOTO_") || name.startsWith("PYTHON"));
    variables.putAll(environment.variables());
    variables.put("HOME", home.toString());
    variables.put("DOCKER_HOST", "unix://" + home.resolve("no-docker"));
    variables.put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
    variables.put("PYTHONUNBUFFERED", "1");
    variables.put("NO_PROXY", "*");
  }

  private static int await(Process process, Path portFile, Path log) throws IOException {
    long end = System.nanoTime() + START.toNanos();
    while (!Files.exists(portFile)) {
      boolean ended = !process.isAlive();
      if (ended || System.nanoTime() > end) {
        process.destroyForcibly();
        String how =
            ended
                ? "ended with status %d before it served".formatted(process.exitValue())
                : "did not serve within %d s".formatted(START.toSeconds());
        throw new LocalFailure("moto %s; its log ends:%n%s".formatted(how, tail(log)));
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new LocalFailure("interrupted while moto started", e);
      }
    }
    return Integer.parseInt(Files.readString(portFile, StandardCharsets.UTF_8));
  }

  private static String tail(Path log) throws IOException {
    List<String> lines = Files.readString(log, StandardCharsets.UTF_8).strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }
}
