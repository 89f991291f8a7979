package com.harena.allinone.host.secret;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Variables as {@code docker compose --env-file} reads them back unchanged: in single quotes, in
 * which nothing is replaced; in double quotes where the value holds a single quote or ends with a
 * backslash, which would take the closing quote with it.
 */
public final class EnvironmentFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final TreeMap<String, String> lines = new TreeMap<>();

  /** Adds a variable. */
  public EnvironmentFile put(String name, String value) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "variable name '%s' is not one: give letters, digits and underscores".formatted(name));
    }
    if (value.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the value of %s holds a NUL character, which no environment can".formatted(name));
    }
    lines.put(name, quoted(value));
    return this;
  }

  /** The file's text, sorted by name. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> line : lines.entrySet()) {
      text.append(line.getKey()).append('=').append(line.getValue()).append('\n');
    }
    return text.toString();
  }

  private static String quoted(String value) {
    if (value.indexOf('\'') < 0 && !value.endsWith("\\") && value.indexOf('\r') < 0) {
      return "'" + value + "'";
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (int index = 0; index < value.length(); index++) {
      char letter = value.charAt(index);
      switch (letter) {
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\\', '"', '$' -> quoted.append('\\').append(letter);
        default -> quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
