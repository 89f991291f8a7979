package com.harena.allinone.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;

/**
 * An archive as {@code docker save} writes it, of an image that differs from another one in its
 * settings alone. It carries no layer: whoever loads it has them from the other.
 */
final class SlimArchive {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path unpacked;
  private final String like;

  /** Like an image among those that were saved and unpacked. */
  SlimArchive(Path unpacked, String like) {
    this.unpacked = unpacked;
    this.like = like;
  }

  /** Writes the archive. */
  Path write(Path file, String name) {
    Path folder = Folders.make(Path.of(file + ".d"));
    try {
      ObjectNode saved = saved();
      ObjectNode config =
          (ObjectNode) JSON.readTree(Folders.read(unpacked.resolve(saved.get("Config").asText())));
      ((ArrayNode) config.get("config").get("Env")).add("RELEASE=archived");
      Folders.write(folder.resolve("config.json"), config.toString());
      saved.put("Config", "config.json").putArray("RepoTags").add(name);
      Folders.write(folder.resolve("manifest.json"), JSON.createArrayNode().add(saved).toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    Programs.run(
        "tar", "-C", folder.toString(), "-cf", file.toString(), "manifest.json", "config.json");
    return file;
  }

  private ObjectNode saved() throws JsonProcessingException {
    for (JsonNode each : JSON.readTree(Folders.read(unpacked.resolve("manifest.json")))) {
      if (each.get("RepoTags").toString().contains(like)) {
        return (ObjectNode) each;
      }
    }
    throw new IllegalStateException("no saved image is " + like);
  }
}
