package com.harena.allinone.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a blueprint. */
public final class BlueprintLoader {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private BlueprintLoader() {}

  /** Reads the file. */
  public static Blueprint load(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the text. */
  public static Blueprint parse(String text) {
    try {
      return (Blueprint) bind(Blueprint.class, YAML.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Object bind(Type type, JsonNode node)
      throws ReflectiveOperationException, IOException {
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments();
      if (parameterized.getRawType() == List.class) {
        List<Object> list = new ArrayList<>();
        for (JsonNode element : node) {
          list.add(bind(arguments[0], element));
        }
        return list;
      }
      Map<Object, Object> map = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        Object key =
            arguments[0] == String.class
                ? entry.getKey()
                : scalar((Class<?>) arguments[0], entry.getKey());
        map.put(key, bind(arguments[1], entry.getValue()));
      }
      return map;
    }
    Class<?> raw = (Class<?>) type;
    return raw.isRecord() && !raw.isAnnotationPresent(Text.class)
        ? record(raw, node)
        : scalar(raw, node.asText());
  }

  private static Object record(Class<?> type, JsonNode node)
      throws ReflectiveOperationException, IOException {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      JsonNode value = node == null ? null : node.get(component.getName());
      if (value == null && !setting.defaultValue().isEmpty()) {
        value = YAML.readTree(setting.defaultValue());
      }
      if (component.getType() == Optional.class) {
        Type inner = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        values.add(value == null ? Optional.empty() : Optional.of(bind(inner, value)));
      } else if (value == null
          && (!component.getType().isRecord()
              || component.getType().isAnnotationPresent(Text.class))) {
        throw new IllegalArgumentException("missing " + component.getName());
      } else {
        values.add(bind(component.getGenericType(), value));
      }
    }
    Constructor<?> constructor =
        type.getDeclaredConstructor(
            Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    return constructor.newInstance(values.toArray());
  }

  private static Object scalar(Class<?> type, String text) throws ReflectiveOperationException {
    if (type == String.class) {
      return text;
    } else if (type == int.class) {
      return Integer.parseInt(text);
    } else if (type == boolean.class) {
      return Boolean.parseBoolean(text);
    } else if (type == LocalTime.class) {
      return LocalTime.parse(text);
    } else if (type == ZoneId.class) {
      return ZoneId.of(text);
    } else if (type == DayOfWeek.class) {
      return Arrays.stream(DayOfWeek.values())
          .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(text))
          .findFirst()
          .orElseThrow();
    } else if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(
              constant ->
                  constant
                      .toString()
                      .replaceAll("[^A-Z0-9]", "")
                      .equals(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "")))
          .findFirst()
          .orElseThrow();
    } else if (type == Size.class) {
      return Size.parse(text);
    }
    return type.getConstructor(String.class).newInstance(text);
  }
}
