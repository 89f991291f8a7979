package com.harena.allinone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.testing.Program;
import com.harena.allinone.testing.Program.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Docker Compose makes of the file. It needs no engine for that. */
class ComposeConfigIT {
  private static final List<String> PLUGIN_FOLDERS =
      List.of(
          System.getProperty("user.home") + "/.docker/cli-plugins",
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  @TempDir private Path folder;
  private Program compose;

  @BeforeEach
  void find() throws IOException {
    compose = plugin();
    Files.writeString(
        folder.resolve("secrets.env"),
        "DATABASE_PASSWORD='a$b'\nREDIS_PASSWORD='r'\nORIGIN_SECRET='o'\n");
    Files.writeString(
        folder.resolve("compose.env"), "PRIVATE_ADDRESS='10.0.0.5'\nJAVA_HOME='/usr/lib/jvm/x'\n");
  }

  @Test
  void startsTheStoresAloneBeforeTheFirstRelease() throws IOException {
    assertThat(services(Blueprints.harena()))
        .containsExactlyInAnyOrder("postgres", "redis", "elasticsearch");
  }

  @Test
  void startsTheBackendOnceTheHostSwitchesItsProfileOn() throws IOException {
    Files.writeString(
        folder.resolve("compose.env"),
        Files.readString(folder.resolve("compose.env"))
            + "COMPOSE_PROFILES='backend'\nBACKEND_IMAGE='registry/backend:2'\n");

    JsonNode config = config(Blueprints.harena());
    assertThat(config.at("/services/backend/image").asText()).isEqualTo("registry/backend:2");
    assertThat(config.at("/services/backend/ports/0/host_ip").asText()).isEqualTo("10.0.0.5");
    assertThat(config.get("services").has("backup")).isFalse();
  }

  @Test
  void putsTheProxyInFrontWithTheSecretInItsConfiguration() throws IOException {
    JsonNode config = config(Blueprints.harenaWith("origin: vpc", "origin: address"));

    assertThat(config.at("/configs/proxy/content").asText())
        .contains("if ($$http_x_allinone_origin != \"o\") { return 403; }");
    assertThat(config.at("/services/proxy/ports/0/published").asText()).isEqualTo("8001");
  }

  @Test
  void givesTheBackupItsPasswordAndTheBundlesJar() throws IOException {
    JsonNode backup = config(Blueprints.harena(), "--profile", "backup").at("/services/backup");

    assertThat(backup.at("/environment/DATABASE_PASSWORD").asText()).isEqualTo("a$$b");
    assertThat(backup.at("/volumes/1/source").asText()).isEqualTo("/usr/lib/jvm/x");
    assertThat(backup.at("/volumes/2/source").asText())
        .isEqualTo(folder.resolve("allinone.jar").toString());
  }

  @Test
  void refusesToRunWithoutASecret() throws IOException {
    Files.writeString(folder.resolve("secrets.env"), "REDIS_PASSWORD='r'\n");

    Result result = run(Blueprints.harena(), "config", "--quiet");
    assertThat(result.status()).isNotZero();
    assertThat(result.output())
        .contains("DATABASE_PASSWORD")
        .contains("missing in /run/allinone/secrets.env");
  }

  private List<String> services(Blueprint blueprint) throws IOException {
    List<String> names = new ArrayList<>();
    config(blueprint).get("services").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode config(Blueprint blueprint, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(options));
    Collections.addAll(words, "config", "--format", "json");
    Result result = run(blueprint, words.toArray(String[]::new));
    assertThat(result.status()).as(result.output()).isZero();
    return new ObjectMapper().readTree(result.output());
  }

  private Result run(Blueprint blueprint, String... words) throws IOException {
    Path file = folder.resolve("compose.yaml");
    Files.writeString(file, ComposeFile.of(blueprint).text());
    List<String> command = ComposeCommand.ofFile(file.toString(), words);
    List<String> arguments = new ArrayList<>(command.subList(2, command.size()));
    Collections.replaceAll(
        arguments, ComposeCommand.SECRETS_FILE, folder.resolve("secrets.env").toString());
    Collections.replaceAll(
        arguments, ComposeCommand.VARIABLES_FILE, folder.resolve("compose.env").toString());
    return compose.run(arguments.toArray(String[]::new));
  }

  /** The plugin is a program of its own: called directly it needs no Docker command line either. */
  private static Program plugin() {
    return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), PLUGIN_FOLDERS.stream())
        .map(candidate -> Path.of(candidate, "docker-compose"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new)
        .orElseGet(
            () -> {
              Program.missing(
                  "docker-compose",
                  "Docker Compose is neither on the path nor among Docker's plugins");
              throw new AssertionError("unreachable");
            });
  }
}
