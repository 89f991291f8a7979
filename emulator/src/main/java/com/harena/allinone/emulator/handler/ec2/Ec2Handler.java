package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** What EC2's handlers share: the client, the properties they know, the words of a refusal. */
abstract class Ec2Handler implements ResourceHandler {
  final Ec2Client ec2;
  private final String type;
  private final KnownProperties known;

  Ec2Handler(String type, Ec2Client ec2, String... known) {
    this.type = type;
    this.ec2 = ec2;
    this.known = KnownProperties.of(known);
  }

  @Override
  public final String type() {
    return type;
  }

  @Override
  public final List<String> unsupported(ObjectNode properties) {
    return known.unknown(properties);
  }

  /** Makes a call, and turns EC2's refusal into the stack event's reason. */
  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (AwsServiceException e) {
      throw refusal(e);
    } catch (SdkClientException e) {
      throw new ResourceFailure("EC2 did not answer: " + e.getMessage(), e);
    }
  }

  /** Finishes what exists already: if that fails, the engine removes it when it rolls back. */
  static Physical finish(String id, Supplier<Physical> rest) {
    try {
      return rest.get();
    } catch (ResourceFailure e) {
      throw new ResourceFailure(e.getMessage(), Physical.of(id, object()));
    }
  }

  /** Makes a call; empty if EC2 says, with a code that ends so, that there is no such thing. */
  static <T> Optional<T> find(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (AwsServiceException e) {
      if (absent(code(e))) {
        return Optional.empty();
      }
      throw refusal(e);
    } catch (SdkClientException e) {
      throw new ResourceFailure("EC2 did not answer: " + e.getMessage(), e);
    }
  }

  /** Removes something; what is gone already is removed. */
  static <T> void remove(Supplier<T> call) {
    find(call);
  }

  static Optional<String> text(JsonNode properties, String name) {
    JsonNode value = properties.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  static String required(JsonNode properties, String name) {
    return text(properties, name)
        .orElseThrow(
            () ->
                new ResourceFailure(
                    "Model validation failed (#: required key [%s] not found)".formatted(name)));
  }

  static List<String> texts(JsonNode properties, String name) {
    List<String> texts = new java.util.ArrayList<>();
    properties.path(name).forEach(element -> texts.add(element.asText()));
    return texts;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static boolean absent(String code) {
    return code.endsWith("NotFound") || code.endsWith("NotFoundException");
  }

  private static String code(AwsServiceException e) {
    return e.awsErrorDetails() == null ? "" + e.statusCode() : e.awsErrorDetails().errorCode();
  }

  private static ResourceFailure refusal(AwsServiceException e) {
    String words =
        e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
    return new ResourceFailure(
        "Resource handler returned message: \"%s (Service: Ec2, Status Code: %d)\" (HandlerErrorCode: %s)"
            .formatted(words, e.statusCode(), code(e)),
        e);
  }
}
