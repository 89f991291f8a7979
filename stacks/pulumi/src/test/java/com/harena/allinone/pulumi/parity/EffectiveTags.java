package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.schema.ResourceSchema;
import com.harena.allinone.schema.Schemas;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The tags that a resource bears in the end: those of the stack, which CloudFormation puts on
 * whatever can bear tags, or those of the provider, which does the same.
 */
final class EffectiveTags {
  private final Schemas schemas;
  private final Map<String, String> ofStack;
  private final JsonNode ofProvider;
  private final String provider;

  /**
   * The tags of one deployment.
   *
   * @param provider the provider that the program registers
   */
  EffectiveTags(Schemas schemas, Map<String, String> ofStack, Registered provider) {
    this.schemas = schemas;
    this.ofStack = ofStack;
    this.provider = provider.name();
    JsonNode given = Inputs.of(provider.inputs()).path("defaultTags");
    ofProvider = Conversion.parsed(given).path("tags");
  }

  /** Adds the stack's tags to a template's resource in its comparable form. */
  void addOfStack(Normalized resource) {
    Optional<String> property = schemas.find(resource.type()).flatMap(ResourceSchema::tagProperty);
    if (property.isPresent() && !ofStack.isEmpty()) {
      ObjectNode tags = JsonNodeFactory.instance.objectNode();
      ofStack.forEach(tags::put);
      JsonNode own = resource.properties().path(property.orElseThrow());
      own.properties().forEach(tag -> tags.set(tag.getKey(), tag.getValue()));
      resource.properties().set(property.orElseThrow(), tags);
    }
  }

  /** Adds the provider's tags to what the program gives a resource. */
  void addOfProvider(Registered resource, ObjectNode inputs) {
    if (inputs.path("tags").isEmpty()) {
      inputs.remove("tags");
    }
    boolean provided =
        resource
            .options()
            .getProvider()
            .filter(by -> by.pulumiResourceName().equals(provider))
            .isPresent();
    if (provided && bearsTags(resource) && !ofProvider.isEmpty()) {
      ObjectNode tags = ofProvider.deepCopy();
      inputs.path("tags").properties().forEach(tag -> tags.set(tag.getKey(), tag.getValue()));
      inputs.set("tags", tags);
    }
  }

  private static boolean bearsTags(Registered resource) {
    return Arrays.stream(resource.arguments().getClass().getDeclaredFields())
        .anyMatch(field -> field.getName().equals("tags"));
  }
}
