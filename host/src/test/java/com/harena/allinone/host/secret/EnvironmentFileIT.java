package com.harena.allinone.host.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.command.ProcessCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Compose reads back every value unchanged. */
class EnvironmentFileIT {
  private static final String LETTERS = "aZ09 '\"\\$#{}%!`~&|;=\n\té";
  private static final int VALUES = 300;

  @TempDir private Path folder;

  private final Commands commands = new ProcessCommands();

  @Test
  void everyValueComesBackUnchanged() throws IOException {
    Optional<List<String>> compose = compose();
    OptionalPart.need("docker-compose", compose.isPresent(), "neither the plugin nor the program");
    Map<String, String> values = values();
    EnvironmentFile file = new EnvironmentFile();
    StringBuilder yaml =
        new StringBuilder("services:\n  one:\n    image: none\n    environment:\n");
    values.forEach(
        (name, value) -> {
          file.put(name, value);
          yaml.append("      %s: ${%s?}\n".formatted(name, name));
        });
    Files.writeString(folder.resolve("env"), file.text());
    Files.writeString(folder.resolve("compose.yaml"), yaml);

    JsonNode read = new ObjectMapper().readTree(config(compose.orElseThrow()));

    JsonNode environment = read.at("/services/one/environment");
    values.forEach(
        (name, value) ->
            assertThat(environment.path(name).asText().replace("$$", "$"))
                .as(file.text().lines().filter(line -> line.startsWith(name + "=")).toList() + "")
                .isEqualTo(value));
  }

  private Map<String, String> values() {
    Random random = new Random(11);
    Map<String, String> values = new LinkedHashMap<>();
    for (int index = 0; index < VALUES; index++) {
      StringBuilder value = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      values.put("V" + index, value.toString().replace("$$", "$"));
    }
    return values;
  }

  private String config(List<String> compose) {
    List<String> words = new ArrayList<>(compose);
    words.addAll(List.of("--env-file", folder.resolve("env").toString()));
    words.addAll(List.of("--file", folder.resolve("compose.yaml").toString()));
    words.addAll(List.of("config", "--format", "json"));
    return commands.run(Command.of(words));
  }

  private Optional<List<String>> compose() {
    return List.of(List.of("docker", "compose"), List.of("docker-compose")).stream()
        .filter(this::answers)
        .findFirst();
  }

  private boolean answers(List<String> compose) {
    List<String> version = new ArrayList<>(compose);
    version.add("version");
    try {
      return commands.attempt(Command.of(version)).succeeded();
    } catch (CommandFailed e) {
      return false;
    }
  }
}
