package com.harena.allinone.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One text for one record: all its components, those of nested records too, sorted by name. */
final class CanonicalJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CanonicalJson() {}

  static String of(Record value) {
    try {
      return MAPPER.writeValueAsString(plain(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Record nested) {
      return components(nested);
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(CanonicalJson::plain).orElse(null);
    }
    if (value instanceof Map<?, ?> map) {
      return entries(map);
    }
    if (value instanceof String || value instanceof Integer || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "a %s has no canonical JSON: use records, optionals, maps, texts, whole numbers and booleans"
            .formatted(value.getClass().getName()));
  }

  private static Map<String, Object> components(Record value) {
    Map<String, Object> components = new TreeMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        components.put(component.getName(), plain(component.getAccessor().invoke(value)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("cannot read component " + component, e);
      }
    }
    return components;
  }

  private static Map<String, Object> entries(Map<?, ?> value) {
    Map<String, Object> entries = new TreeMap<>();
    value.forEach((key, entry) -> entries.put((String) key, plain(entry)));
    return entries;
  }
}
