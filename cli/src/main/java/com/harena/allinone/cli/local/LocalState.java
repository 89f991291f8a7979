package com.harena.allinone.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A local AWS that runs, as it told itself.
 *
 * @param process its process
 * @param port its port
 * @param environment the variables of programs that use it
 */
public record LocalState(ProcessHandle process, int port, Map<String, String> environment) {
  private static final String FILE = "state.json";

  /** Refuses a missing part; keeps the order of the variables. */
  public LocalState {
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
  }

  /** Where a checkout's local AWS keeps its files. */
  public static Path folder(Path checkout) {
    return checkout.resolve(".allinone").resolve("local");
  }

  /**
   * The one that runs, if one does: a file that an ended process left behind, even if another has
   * its number now, is none.
   */
  public static Optional<LocalState> running(Path checkout) throws IOException {
    Path file = folder(checkout).resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode state = new ObjectMapper().readTree(Files.readString(file));
    Map<String, String> environment = new LinkedHashMap<>();
    state
        .path("environment")
        .properties()
        .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
    return ProcessHandle.of(state.path("pid").asLong())
        .filter(ProcessHandle::isAlive)
        .filter(process -> began(process).equals(state.path("began").asText()))
        .map(process -> new LocalState(process, state.path("port").asInt(), environment));
  }

  /** The number of one that ended without a word: only what is killed leaves its file behind. */
  static Optional<Long> killed(Path checkout) throws IOException {
    Path file = folder(checkout).resolve(FILE);
    return Files.exists(file) && running(checkout).isEmpty()
        ? Optional.of(new ObjectMapper().readTree(Files.readString(file)).path("pid").asLong())
        : Optional.empty();
  }

  /** One of its variables, empty if it names none. */
  public String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  private static String began(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH).toString();
  }
}
