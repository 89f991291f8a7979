package com.harena.allinone.emulator.association;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.util.List;
import java.util.Map;

/** One of an association's conditions on its instances. */
record Target(JsonNode json) {
  private static final String TAG = "tag:";

  /** Whether Systems Manager knows its key here. */
  boolean known() {
    return key().equals("InstanceIds") || key().equals("tag-key") || key().startsWith(TAG);
  }

  String key() {
    return json.path("Key").asText();
  }

  boolean holds(String instance, Map<String, String> tags) {
    List<String> values = Json.texts(json.path("Values"));
    if (key().startsWith(TAG)) {
      String value = tags.get(key().substring(TAG.length()));
      return value != null && values.contains(value);
    }
    if (key().equals("tag-key")) {
      return values.stream().anyMatch(tags::containsKey);
    }
    return values.contains(instance) || values.contains("*");
  }
}
