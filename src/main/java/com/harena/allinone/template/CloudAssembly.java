package com.harena.allinone.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code cdk synth} leaves in its output folder.
 *
 * @param stacks template of each stack by its name, with asset names instead of hashes
 */
public record CloudAssembly(Map<String, Template> stacks) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the stacks. */
  public CloudAssembly {
    stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
  }

  /**
   * Reads the folder.
   *
   * @throws IOException when one of its files is missing or is not JSON
   */
  public static CloudAssembly read(Path folder) throws IOException {
    Map<String, Template> stacks = new LinkedHashMap<>();
    JsonNode artifacts = JSON.readTree(folder.resolve("manifest.json").toFile()).path("artifacts");
    for (Map.Entry<String, JsonNode> artifact : artifacts.properties()) {
      if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
        String file = artifact.getValue().path("properties").path("templateFile").asText();
        Path assets = folder.resolve(artifact.getKey() + ".assets.json");
        AssetNames names = Files.exists(assets) ? AssetNames.read(assets) : AssetNames.none();
        stacks.put(artifact.getKey(), Template.read(folder.resolve(file)).withAssetNames(names));
      }
    }
    return new CloudAssembly(stacks);
  }

  /**
   * The template of the only stack.
   *
   * @throws IllegalStateException when there is none or more than one
   */
  public Template onlyStack() {
    return stacks.get(onlyName());
  }

  /**
   * The name of the only stack.
   *
   * @throws IllegalStateException when there is none or more than one
   */
  public String onlyName() {
    List<String> names = new ArrayList<>(stacks.keySet());
    if (names.size() != 1) {
      throw new IllegalStateException("stacks in the cloud assembly: " + names + ", allowed: one");
    }
    return names.get(0);
  }
}
