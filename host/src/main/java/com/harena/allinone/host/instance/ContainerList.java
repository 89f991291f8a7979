package com.harena.allinone.host.instance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import java.io.IOException;
import java.time.Duration;

/** The services of the serving Compose file, with the state and health of their containers. */
final class ContainerList {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContainerList() {}

  static ArrayNode of(Commands commands, Duration limit) {
    String output =
        commands.run(
            Command.of(ComposeCommand.of("ps", "--all", "--format", "json")).within(limit));
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(output)) {
      // Compose prints one object a line; before version 2.21 it printed one list.
      while (values.hasNext()) {
        JsonNode value = values.next();
        if (value.isArray()) {
          value.forEach(each -> add(list, each));
        } else {
          add(list, value);
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("docker compose ps printed no JSON", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("docker compose ps: " + e.getMessage(), e);
    }
    return list;
  }

  private static void add(ArrayNode list, JsonNode container) {
    list.addObject()
        .put("name", container.path("Service").asText())
        .put("state", container.path("State").asText())
        .put("health", container.path("Health").asText())
        .put("exitCode", container.path("ExitCode").asInt());
  }
}
