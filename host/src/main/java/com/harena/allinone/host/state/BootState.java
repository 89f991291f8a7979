package com.harena.allinone.host.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the boot of this machine stands: the content of {@link #FILE}. {@code allinone-start}
 * writes the same keys for what happens before there is Java.
 *
 * @param phase what the machine is doing
 * @param step the step of the boot at which it is, or failed
 * @param since when that began
 * @param bundle SHA-256 of the host bundle that is started; empty before one is known
 * @param message what was last said about it; empty when nothing was
 */
public record BootState(Phase phase, String step, Instant since, String bundle, String message) {
  /** On the root volume, so that it is there before the data volume is. */
  public static final Path FILE = Path.of("/var/lib/allinone/boot.json");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Refuses absent parts. */
  public BootState {
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(bundle, "bundle");
    Objects.requireNonNull(message, "message");
  }

  /**
   * The state of this machine; empty when its first boot has not begun.
   *
   * @throws IllegalArgumentException if the file is not what the boot writes
   */
  public static Optional<BootState> read(HostFiles files) {
    return files.read(FILE).map(BootState::parse);
  }

  /**
   * Reads the text of the file.
   *
   * @throws IllegalArgumentException if it is not what the boot writes
   */
  public static BootState parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new BootState(
          Phase.named(word(json, "state")),
          word(json, "step"),
          Instant.parse(word(json, "since")),
          word(json, "bundle"),
          word(json, "message"));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is not what the boot writes: %s; it is written anew by 'systemctl restart allinone'"
              .formatted(FILE, reason(e)),
          e);
    }
  }

  /** The text of the file. */
  public String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("state", phase.words());
    json.put("step", step);
    json.put("since", since.toString());
    json.put("bundle", bundle);
    json.put("message", message);
    return json + "\n";
  }

  /** The state as one line, such as {@code failed at secrets: …}. */
  public String line() {
    String where = phase == Phase.FAILED ? "failed at " + step : phase.words();
    String at = phase == Phase.BOOTING ? where + ": " + step : where;
    return message.isEmpty() ? at : at + ": " + message;
  }

  private static String word(JsonNode json, String key) {
    JsonNode value = json.get(key);
    if (value == null || !value.isTextual()) {
      throw new IllegalArgumentException("it has no text under '%s'".formatted(key));
    }
    return value.textValue();
  }

  private static String reason(Exception e) {
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
  }
}
