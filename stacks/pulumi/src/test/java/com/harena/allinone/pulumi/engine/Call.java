package com.harena.allinone.pulumi.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the engine asked the provider once.
 *
 * @param operation Create, Update, Delete, Diff or Configure
 * @param type the type of the resource, such as {@code aws:ec2/vpc:Vpc}; empty if it is about none
 * @param name the name of the resource; empty if it is about none
 * @param preview whether it was only asked what it would do
 */
record Call(String operation, String type, String name, boolean preview) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The calls of a file, in their order. */
  static List<Call> read(Path file) throws IOException {
    List<Call> calls = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode call = JSON.readTree(line);
      String[] urn = call.path("urn").asText().split("::", 4);
      calls.add(
          new Call(
              call.get("operation").asText(),
              urn.length > 1 ? urn[2].substring(urn[2].lastIndexOf('$') + 1) : "",
              urn.length > 1 ? urn[3] : "",
              call.path("preview").asBoolean()));
    }
    return List.copyOf(calls);
  }
}
