package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An environment file as Docker, Compose, shells and systemd read it: {@code NAME=value}, with or
 * without {@code export} and quotes; a quoted value may go over several lines.
 */
final class EnvironmentText {
  private static final Pattern LINE =
      Pattern.compile("\\s*(?:export\\s+)?(" + Setting.NAME + ")\\s*=\\s*(.*)", Pattern.DOTALL);

  private final Path path;
  private final String text;
  private final List<Setting> settings = new ArrayList<>();
  private final List<String> outline = new ArrayList<>();

  EnvironmentText(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  SettingsFile file() {
    boolean inKey = false;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (inKey || line.strip().startsWith("-----BEGIN")) {
        inKey = !line.contains("-----END");
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        outline.add(line.isBlank() ? "" : line.strip().startsWith("#") ? "#" : "# (left out)");
        continue;
      }
      StringBuilder value = new StringBuilder(matcher.group(2));
      while (isOpen(value) && i + 1 < lines.size()) {
        i++;
        value.append('\n').append(lines.get(i));
      }
      inKey = value.indexOf("-----BEGIN") >= 0 && value.indexOf("-----END") < 0;
      settings.add(new Setting(matcher.group(1), SecretValue.of(unquoted(value.toString()))));
      outline.add(matcher.group(1) + "=");
    }
    return new SettingsFile(path, settings, outline, SecretValue.of(text));
  }

  /** Whether a quote was opened and not closed. */
  private static boolean isOpen(CharSequence value) {
    if (value.length() == 0 || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
      return false;
    }
    return end(value) < 0;
  }

  /** Where the quote that begins the value ends, or -1. */
  private static int end(CharSequence value) {
    char quote = value.charAt(0);
    for (int i = 1; i < value.length(); i++) {
      if (value.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (value.charAt(i) == quote) {
        return i;
      }
    }
    return -1;
  }

  static String unquoted(String value) {
    if (value.isEmpty() || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
      return value.replaceFirst("\\s+#.*$", "").stripTrailing();
    }
    int end = end(value);
    String inner = value.substring(1, end < 0 ? value.length() : end);
    return value.charAt(0) == '"' ? inner.replaceAll("\\\\([\"\\\\$`])", "$1") : inner;
  }
}
