package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.program.Installed;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs functions, each invocation in a process of its own. It holds the reading end of a pipe from
 * this process, so that it ends with it, also when this process is killed.
 */
final class NodeProcess {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUNNER = "run.cjs";

  private final NodeRuntime runtime;
  private final Path folder;
  private final TimeScale scale;

  /**
   * Runs on a runtime.
   *
   * @param folder holds the runner, the functions' code and their files
   */
  NodeProcess(NodeRuntime runtime, Path folder, TimeScale scale) {
    this.runtime = runtime;
    this.folder = folder;
    this.scale = scale;
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(RUNNER), Installed.resource(NodeProcess.class, RUNNER));
      Path link = folder.resolve("node_modules");
      Files.deleteIfExists(link);
      // Node.js looks for packages in the folders above a function's code.
      Files.createSymbolicLink(link, runtime.packages().toAbsolutePath());
    } catch (IOException e) {
      throw new LocalFailure("cannot prepare %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Runs a function with an event. */
  Invocation run(NodeFunction function, String event) {
    Duration limit = scale.workLimit(function.timeout());
    try {
      Path answer = Files.createTempFile(folder, "answer-", ".json");
      Path log = Files.createTempFile(folder, "log-", ".txt");
      try {
        return run(function, event, limit, answer, log);
      } finally {
        Files.deleteIfExists(answer);
        Files.deleteIfExists(log);
      }
    } catch (IOException e) {
      throw new LocalFailure(
          "cannot run function %s: %s".formatted(function.name(), e.getMessage()), e);
    }
  }

  private Invocation run(NodeFunction function, String event, Duration limit, Path answer, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    runtime.node().toString(),
                    folder.resolve(RUNNER).toString(),
                    function.code().toString(),
                    function.handler(),
                    Long.toString(function.timeout().toMillis()),
                    Long.toString(limit.toMillis()),
                    Double.toString(scale.speed()),
                    answer.toString()))
            .directory(function.code().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> variables = new HashMap<>(function.variables());
    variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
    variables.put("HOME", folder.toString());
    // The SDK's clients are compiled once, not by every invocation.
    variables.putIfAbsent(
        "NODE_COMPILE_CACHE", runtime.packages().resolveSibling("compiled").toString());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.start();
    try (DataOutputStream input = new DataOutputStream(process.getOutputStream())) {
      byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
      input.writeInt(bytes.length);
      input.write(bytes);
      input.flush();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      return ended ? ended(process, answer, log) : late(function, log);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure("interrupted while function %s ran".formatted(function.name()), e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Invocation ended(Process process, Path answer, Path log) throws IOException {
    String said = Files.readString(log, StandardCharsets.UTF_8);
    String text = Files.readString(answer, StandardCharsets.UTF_8);
    if (text.isEmpty()) {
      String message = "Runtime exited with error: exit status " + process.exitValue();
      return failed("Runtime.ExitError", message, said);
    }
    JsonNode document = JSON.readTree(text);
    return document.has("error")
        ? new Invocation(document.get("error").toString(), Optional.of("Unhandled"), said)
        : new Invocation(document.path("payload").toString(), Optional.empty(), said);
  }

  private static Invocation late(NodeFunction function, Path log) throws IOException {
    String message = "Task timed out after %d.00 seconds".formatted(function.timeout().toSeconds());
    return failed("Sandbox.Timedout", message, Files.readString(log, StandardCharsets.UTF_8));
  }

  private static Invocation failed(String type, String message, String log) {
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("errorType", type)
            .put("errorMessage", message)
            .toString();
    return new Invocation(payload, Optional.of("Unhandled"), log);
  }
}
