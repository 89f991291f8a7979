package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.harena.allinone.schema.UpdateKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One change of a blueprint and what a redeploy must do with it.
 *
 * @param property the property that the row is about
 * @param from what the blueprint has before, besides the committed one; may be empty
 * @param change what is changed, by path; null takes a key away
 * @param verdict the verdict expected
 * @param instance what becomes of the instance: kept, replaced or refused
 * @param why the reason, for the reader
 */
public record RedeployRow(
    String property,
    Map<String, Object> from,
    Map<String, Object> change,
    String verdict,
    String instance,
    String why) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  public RedeployRow(
      @JsonProperty("property") String property,
      @JsonProperty("from") Map<String, Object> from,
      @JsonProperty("change") Map<String, Object> change,
      @JsonProperty("verdict") String verdict,
      @JsonProperty("instance") String instance,
      @JsonProperty("why") String why) {
    this.property = property;
    this.from = from == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(from));
    this.change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    this.verdict = verdict;
    this.instance = instance;
    this.why = why;
  }

  /** Every row. */
  public static List<RedeployRow> all() {
    try (InputStream in = RedeployRow.class.getResourceAsStream("redeploy-rows.yaml")) {
      return YAML.readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  UpdateKind expected() {
    return UpdateKind.of(verdict);
  }

  boolean adoptsAVolume() {
    return change.containsKey("disk.volume");
  }

  @Override
  public String toString() {
    return property + " " + change;
  }
}
