package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A systemd unit. Variables of {@code Environment=} and those given to programs on a command line
 * ({@code -e NAME=value}) are settings. In clear stay sections, the names of directives, and the
 * values of those that cannot hold a secret; of a command only the program.
 */
final class UnitText {
  private static final Set<String> HARMLESS =
      Set.of(
          "After",
          "Before",
          "Wants",
          "Requires",
          "BindsTo",
          "PartOf",
          "WantedBy",
          "RequiredBy",
          "Type",
          "Restart",
          "RestartSec",
          "TimeoutStartSec",
          "TimeoutStopSec",
          "User",
          "Group",
          "OnCalendar",
          "OnBootSec",
          "OnUnitActiveSec",
          "Persistent",
          "Unit",
          "RemainAfterExit",
          "EnvironmentFile",
          "WorkingDirectory",
          "LimitNOFILE",
          "KillMode",
          "KillSignal");
  private static final Pattern PLAIN = Pattern.compile("[\\w@./:,*~ -]*");
  private static final Pattern PROGRAM = Pattern.compile("[-@:+!]*(/[\\w./-]+)(?:\\s.*)?");
  private static final Pattern TOKEN =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'|(\\S+)");
  private static final Pattern VARIABLE =
      Pattern.compile("(" + Setting.NAME + ")=(.*)", Pattern.DOTALL);

  private final Path path;
  private final String text;
  private final List<Setting> settings = new ArrayList<>();
  private final List<String> outline = new ArrayList<>();

  UnitText(Path path, String text) {
    this.path = path;
    this.text = text;
  }

  SettingsFile file() {
    StringBuilder joined = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (joined.length() > 0 && line.strip().startsWith("#")) {
        continue;
      }
      joined.append(line);
      if (line.endsWith("\\")) {
        joined.setCharAt(joined.length() - 1, ' ');
        continue;
      }
      line(joined.toString().strip());
      joined.setLength(0);
    }
    line(joined.toString().strip());
    return new SettingsFile(path, settings, outline, SecretValue.of(text));
  }

  private void line(String line) {
    int equals = line.indexOf('=');
    if (line.matches("\\[[A-Za-z]+\\]")) {
      outline.add(line);
    } else if (line.startsWith("#") || line.startsWith(";")) {
      outline.add("#");
    } else if (equals > 0 && line.substring(0, equals).strip().matches("[A-Za-z]+")) {
      directive(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
  }

  private void directive(String name, String value) {
    if (name.equals("Environment") || name.startsWith("Exec")) {
      variables(value, name.startsWith("Exec"));
    }
    Matcher program = PROGRAM.matcher(value);
    if (HARMLESS.contains(name) && PLAIN.matcher(value).matches() && !value.contains("://")) {
      outline.add(name + "=" + value);
    } else if (name.startsWith("Exec") && program.matches()) {
      outline.add("%s=%s (arguments left out)".formatted(name, program.group(1)));
    } else {
      outline.add(name + "= (left out)");
    }
  }

  private void variables(String value, boolean command) {
    Matcher token = TOKEN.matcher(value);
    while (token.find()) {
      String word =
          token.group(1) != null
              ? token.group(1).replaceAll("\\\\(.)", "$1")
              : token.group(2) != null ? token.group(2) : token.group(3);
      Matcher variable = VARIABLE.matcher(word.replaceFirst("^(?:-e|--env=)", ""));
      if (variable.matches() && !(command && !variable.group(1).matches("[A-Z][A-Z0-9_]*"))) {
        settings.add(
            new Setting(
                variable.group(1), SecretValue.of(EnvironmentText.unquoted(variable.group(2)))));
      }
    }
  }
}
