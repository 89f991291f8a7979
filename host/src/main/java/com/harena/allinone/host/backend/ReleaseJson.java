package com.harena.allinone.host.backend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The releases as JSON; what is not known has no key. */
public final class ReleaseJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReleaseJson() {}

  /** The state as a tree. */
  public static ObjectNode of(ReleaseState state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("basis", state.basis());
    state.current().ifPresent(image -> json.set("current", of(image)));
    state.previous().ifPresent(image -> json.set("previous", of(image)));
    state
        .attempt()
        .ifPresent(
            attempt ->
                json.putObject("attempt")
                    .put("at", attempt.at().toString())
                    .set("image", of(attempt.image())));
    json.putArray("history").addAll(state.history().stream().map(ReleaseJson::of).toList());
    return json;
  }

  static String text(ReleaseState state) {
    return of(state).toPrettyString() + "\n";
  }

  static ReleaseState parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      List<ReleaseRecord> history = new ArrayList<>();
      json.path("history").forEach(act -> history.add(act(act)));
      return new ReleaseState(
          word(json, "basis"),
          image(json.path("current")),
          image(json.path("previous")),
          json.has("attempt") ? Optional.of(attempt(json.get("attempt"))) : Optional.empty(),
          history);
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is not what allinone writes: %s; move it away, and the next boot begins another"
              .formatted(ReleaseFile.PATH, reason(e)),
          e);
    }
  }

  private static ObjectNode of(BackendImage image) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("image", image.image()).put("name", image.name());
    image.archive().ifPresent(archive -> json.put("archive", archive));
    image.sha256().ifPresent(sha256 -> json.put("sha256", sha256));
    return json;
  }

  private static ObjectNode of(ReleaseRecord act) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("at", act.at().toString()).put("outcome", act.outcome().word());
    json.set("image", of(act.image()));
    act.gap().ifPresent(gap -> json.put("gapMilliseconds", gap.toMillis()));
    return json.put("message", act.message());
  }

  private static ReleaseRecord act(JsonNode json) {
    return new ReleaseRecord(
        Instant.parse(word(json, "at")),
        known(json),
        Outcome.named(word(json, "outcome")),
        Optional.of(json.path("gapMilliseconds"))
            .filter(JsonNode::isNumber)
            .map(gap -> Duration.ofMillis(gap.asLong())),
        word(json, "message"));
  }

  private static ReleaseState.Attempt attempt(JsonNode json) {
    return new ReleaseState.Attempt(known(json), Instant.parse(word(json, "at")));
  }

  private static BackendImage known(JsonNode json) {
    return image(json.path("image"))
        .orElseThrow(() -> new IllegalArgumentException("an entry has no image"));
  }

  private static Optional<BackendImage> image(JsonNode json) {
    return json.isObject()
        ? Optional.of(
            new BackendImage(
                word(json, "image"),
                word(json, "name"),
                Optional.ofNullable(json.path("archive").textValue()),
                Optional.ofNullable(json.path("sha256").textValue())))
        : Optional.empty();
  }

  private static String word(JsonNode json, String key) {
    String value = json.path(key).textValue();
    if (value == null) {
      throw new IllegalArgumentException("it has no text under '%s'".formatted(key));
    }
    return value;
  }

  private static String reason(Exception e) {
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
  }
}
