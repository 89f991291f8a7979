package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One file of the old host.
 *
 * @param path where it is
 * @param settings what it sets, in its order
 * @param outline its lines with everything left out that could be a value, comments too
 * @param text all of it
 */
record SettingsFile(Path path, List<Setting> settings, List<String> outline, SecretValue text) {
  SettingsFile {
    settings = List.copyOf(settings);
    outline = List.copyOf(outline);
  }

  /** Reads an environment file, or a unit: by the name's ending. */
  static SettingsFile read(Path path) throws IOException {
    String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    boolean unit =
        path.getFileName()
            .toString()
            .matches(".*\\.(service|timer|socket|mount|path|target|slice|conf)");
    return unit ? new UnitText(path, text).file() : new EnvironmentText(path, text).file();
  }

  /** The settings of a place as a file that sets each of them. */
  static SettingsFile of(Path path, ParameterWriter place) {
    List<Setting> settings = new ArrayList<>();
    for (String name : place.names()) {
      place.value(name).ifPresent(value -> settings.add(new Setting(name, value)));
    }
    String text =
        settings.stream()
            .map(setting -> setting.name() + "=" + setting.value().reveal() + "\n")
            .collect(Collectors.joining());
    return new SettingsFile(
        path,
        settings,
        settings.stream().map(setting -> setting.name() + "=").toList(),
        SecretValue.of(text));
  }
}
