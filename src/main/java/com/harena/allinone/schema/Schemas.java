package com.harena.allinone.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The CloudFormation schemas as AWS publishes them and {@code @aws-cdk/aws-service-spec} collects
 * them; the pinned {@code aws-cdk} package carries that database, and {@code cdk diff} reads it.
 */
public final class Schemas {
  private static final Path DATABASE = Path.of("node_modules", "aws-cdk", "db.json.gz");

  private final Map<String, ResourceSchema> resources = new HashMap<>();

  private Schemas(JsonNode database) {
    Map<String, JsonNode> types = new HashMap<>();
    for (JsonNode type : database.at("/schema/typeDefinition/entities")) {
      types.put(type.get("$id").asText(), type.path("properties"));
    }
    for (JsonNode resource : database.at("/schema/resource/entities")) {
      String type = resource.get("cloudFormationType").asText();
      resources.put(type, new ResourceSchema(type, resource, types));
    }
  }

  /** Reads the database that the pinned packages of this checkout carry. */
  public static Schemas load(Path checkout) {
    Path file = checkout.resolve(DATABASE);
    if (!Files.exists(file)) {
      throw new IllegalStateException(
          "the published schemas are missing: no " + DATABASE + ", run npm ci in " + checkout);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new Schemas(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the published schemas in " + file, e);
    }
  }

  /** The schema of a type, if one is published; every custom resource has the same. */
  public Optional<ResourceSchema> find(String type) {
    return Optional.ofNullable(
        resources.get(isCustom(type) ? "AWS::CloudFormation::CustomResource" : type));
  }

  /** The strongest mark on the way to a property; the path names no list positions. */
  public Mark mark(String type, List<String> path) {
    ResourceSchema schema = resource(type);
    if (!schema.hasProperty(path.get(0))) {
      if (isCustom(type)) {
        return Mark.MUTABLE;
      }
      throw new IllegalArgumentException("the schema of " + type + " has no property " + path);
    }
    return schema.mark(path);
  }

  /** Whether losing the resource loses data, as the schemas mark it. */
  public boolean isStateful(String type) {
    return resource(type).stateful();
  }

  /** The property that holds the name by which the service knows the resource, if it has one. */
  public Optional<String> namingProperty(String type) {
    ResourceSchema schema = resource(type);
    List<String> identifier = schema.identifier();
    return identifier.size() == 1 && schema.hasProperty(identifier.get(0))
        ? Optional.of(identifier.get(0))
        : Optional.empty();
  }

  /** Whether a function of the stack's owner makes resources of this type. */
  public static boolean isCustom(String type) {
    return type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource");
  }

  private ResourceSchema resource(String type) {
    return find(type)
        .orElseThrow(() -> new IllegalArgumentException("no published schema of " + type));
  }
}
