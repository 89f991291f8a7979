package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.harena.allinone.emulator.program.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The committed blueprint with changes, each synthesized by the app that the checkout has. */
public final class Blueprints {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path folder;
  private int made;

  /** Writes into an empty folder. */
  public Blueprints(Path folder) {
    this.folder = folder;
  }

  /** The value that the committed blueprint has at a path. */
  static String committed(String path) {
    JsonNode node = read();
    for (String name : path.split("[.]", -1)) {
      node = node.path(name);
    }
    return node.asText();
  }

  /** Synthesizes the committed blueprint with these values, by path. */
  public synchronized Assembly synthesize(Map<String, Object> changes) {
    try {
      ObjectNode blueprint = read();
      new LinkedHashMap<>(changes).forEach((path, value) -> set(blueprint, path, value));
      Path file = folder.resolve("blueprint-%d.yaml".formatted(++made));
      YAML.writeValue(file.toFile(), blueprint);
      Path assembly = folder.resolve("assembly-" + made);
      List<String> words =
          List.of(
              Deployment.CHECKOUT.resolve("node_modules/aws-cdk/bin/cdk").toString(),
              "synth",
              "--quiet",
              "--output",
              assembly.toString(),
              "--context",
              "blueprint=" + file);
      Program.Result result =
          new Program(Deployment.node())
              .run(LIMIT, Deployment.CHECKOUT, Map.of("CI", "true"), words.toArray(String[]::new));
      assertThat(result.status()).as(result.output()).isZero();
      return Assembly.of(assembly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read() {
    try {
      return (ObjectNode)
          YAML.readTree(Files.readString(Deployment.CHECKOUT.resolve("stacks/harena.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void set(ObjectNode blueprint, String path, Object value) {
    ObjectNode parent = blueprint;
    String[] names = path.split("[.]", -1);
    for (int i = 0; i < names.length - 1; i++) {
      parent = parent.withObjectProperty(names[i]);
    }
    parent.set(names[names.length - 1], YAML.valueToTree(value));
  }
}
