package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The CloudFormation schemas as AWS publishes them and {@code @aws-cdk/aws-service-spec} collects
 * them; the pinned {@code aws-cdk} package carries that database, and {@code cdk diff} reads it.
 */
final class Schemas {
  /** What a schema says of changing a property. */
  enum Mark {
    MUTABLE,
    MAYBE,
    CREATE_ONLY
  }

  private static final Path DATABASE = Path.of("node_modules", "aws-cdk", "db.json.gz");

  private final Map<String, JsonNode> resources = new HashMap<>();
  private final Map<String, JsonNode> types = new HashMap<>();

  private Schemas(JsonNode database) {
    for (JsonNode resource : database.at("/schema/resource/entities")) {
      resources.put(resource.get("cloudFormationType").asText(), resource);
    }
    for (JsonNode type : database.at("/schema/typeDefinition/entities")) {
      types.put(type.get("$id").asText(), type.path("properties"));
    }
  }

  /** Reads the database that the pinned packages of this checkout carry. */
  static Schemas load(Path checkout) {
    Path file = checkout.resolve(DATABASE);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "the published schemas are missing: no " + DATABASE + ", run npm ci in " + checkout);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new Schemas(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The strongest mark on the way to a property; the path names no list positions. */
  Mark mark(String type, List<String> path) {
    JsonNode properties = resource(type).path("properties");
    if (isCustom(type) && !properties.has(path.get(0))) {
      return Mark.MUTABLE;
    }
    if (!properties.has(path.get(0))) {
      throw new IllegalArgumentException("the schema of " + type + " has no property " + path);
    }
    return mark(properties, path);
  }

  private Mark mark(JsonNode properties, List<String> path) {
    JsonNode property = properties.path(path.get(0));
    Mark own =
        switch (property.path("causesReplacement").asText("no")) {
          case "yes" -> Mark.CREATE_ONLY;
          case "maybe" -> Mark.MAYBE;
          default -> Mark.MUTABLE;
        };
    List<String> rest = path.subList(1, path.size());
    if (!rest.isEmpty()) {
      Set<String> nested = new HashSet<>();
      collectTypes(property.path("type"), nested);
      for (String id : nested) {
        if (types.get(id).has(rest.get(0))) {
          Mark below = mark(types.get(id), rest);
          own = below.compareTo(own) > 0 ? below : own;
        }
      }
    }
    return own;
  }

  private static void collectTypes(JsonNode type, Set<String> found) {
    if (type.path("type").asText().equals("ref")) {
      found.add(type.at("/reference/$ref").asText());
    }
    type.path("types").forEach(each -> collectTypes(each, found));
    if (type.has("element")) {
      collectTypes(type.get("element"), found);
    }
  }

  /** Whether losing the resource loses data, as the schemas mark it. */
  boolean isStateful(String type) {
    return resource(type).path("isStateful").asBoolean();
  }

  /** The property that holds the name by which the service knows the resource, if it has one. */
  Optional<String> namingProperty(String type) {
    JsonNode resource = resource(type);
    JsonNode identifier = resource.path("primaryIdentifier");
    return identifier.size() == 1 && resource.path("properties").has(identifier.get(0).asText())
        ? Optional.of(identifier.get(0).asText())
        : Optional.empty();
  }

  static boolean isCustom(String type) {
    return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
  }

  private JsonNode resource(String type) {
    JsonNode found = resources.get(isCustom(type) ? "AWS::CloudFormation::CustomResource" : type);
    if (found == null) {
      throw new IllegalArgumentException("no published schema of " + type);
    }
    return found;
  }
}
