package com.harena.allinone.emulator.server;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parameters of the query protocol, such as {@code Parameters.member.1.ParameterKey}.
 *
 * @param values value by name, in their order
 */
public record Form(Map<String, String> values) {
  /** Copies the values and keeps their order. */
  public Form {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether the body under these headers is a form. */
  public static boolean isFormOf(CallHeaders headers) {
    return headers
        .first("Content-Type")
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent();
  }

  /** Reads the text of a form; what is not encoded well stands as it is. */
  public static Form parse(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
    return new Form(values);
  }

  /** The text of the form. */
  public String text() {
    return values.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A value, if there is one that is not empty. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
  }

  /** Whether a value is {@code true}. */
  public boolean flag(String name) {
    return "true".equalsIgnoreCase(values.get(name));
  }

  /** A list of texts: {@code name.member.1} and so on, or {@code name.1} as EC2 writes it. */
  public List<String> list(String name) {
    List<String> list = new ArrayList<>();
    for (String prefix : List.of(name + ".member.", name + ".")) {
      for (int index = 1; values.containsKey(prefix + index); index++) {
        list.add(values.get(prefix + index));
      }
    }
    return list;
  }

  /** A list of structures: the form below each {@code name.member.N.}. */
  public List<Form> structures(String name) {
    List<Form> list = new ArrayList<>();
    for (int index = 1; ; index++) {
      String prefix = name + ".member." + index + ".";
      Map<String, String> below = new LinkedHashMap<>();
      values.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              below.put(key.substring(prefix.length()), value);
            }
          });
      if (below.isEmpty()) {
        return list;
      }
      list.add(new Form(below));
    }
  }

  /** The same with another value. */
  public Form with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Form(changed);
  }

  /** The same without the values whose names begin so. */
  public Form without(String prefix) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.keySet().removeIf(name -> name.startsWith(prefix));
    return new Form(changed);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
