package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * A launch template's data, which the template and EC2's API spell alike, between JSON and the
 * SDK's model. The few names that differ are plural in the template and singular in the API's form,
 * while the SDK's model has the template's plural.
 */
final class LaunchDataForm {
  private LaunchDataForm() {}

  /** Fills the builder; a name that the model lacks is a failure by name. */
  static <T extends SdkPojo> T fill(T pojo, JsonNode json, String path) {
    json.properties()
        .forEach(
            property -> {
              String child = path + "." + property.getKey();
              SdkField<?> field =
                  pojo.sdkFields().stream()
                      .filter(candidate -> candidate.memberName().equals(property.getKey()))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              new ResourceFailure(
                                  "Encountered unsupported property " + child.substring(1)));
              field.set(pojo, value(field, property.getValue(), child));
            });
    return pojo;
  }

  private static Object value(SdkField<?> field, JsonNode json, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> values = new ArrayList<>();
      json.forEach(element -> values.add(value(member, element, path)));
      return values;
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo nested = fill(field.constructor().get(), json, path);
      return ((SdkBuilder<?, ?>) nested).build();
    }
    if (type == MarshallingType.INTEGER) {
      return Integer.valueOf(json.asText());
    }
    if (type == MarshallingType.BOOLEAN) {
      return Boolean.valueOf(json.asText());
    }
    if (type == MarshallingType.INSTANT) {
      return Instant.parse(json.asText());
    }
    if (type == MarshallingType.STRING) {
      return json.asText();
    }
    throw new ResourceFailure("%s has the type %s, which is not known here".formatted(path, type));
  }

  /** What the model holds, as JSON; what it does not hold is left out. */
  static ObjectNode read(SdkPojo pojo) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (SdkField<?> field : pojo.sdkFields()) {
      written(field.getValueOrDefault(pojo))
          .ifPresent(value -> json.set(field.memberName(), value));
    }
    return json;
  }

  private static Optional<JsonNode> written(Object value) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (value instanceof SdkPojo nested) {
      ObjectNode json = read(nested);
      return json.isEmpty() ? Optional.empty() : Optional.of(json);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = factory.arrayNode();
      list.forEach(element -> written(element).ifPresent(array::add));
      return array.isEmpty() ? Optional.empty() : Optional.of(array);
    }
    if (value instanceof Integer number) {
      return Optional.of(factory.numberNode(number));
    }
    if (value instanceof Boolean flag) {
      return Optional.of(factory.booleanNode(flag));
    }
    return Optional.ofNullable(value).map(other -> factory.textNode(other.toString()));
  }
}
