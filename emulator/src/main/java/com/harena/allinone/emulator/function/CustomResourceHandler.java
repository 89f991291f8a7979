package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.server.Callbacks;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/**
 * Custom resources: their Lambda function is invoked, and its answer at the callback awaited, at
 * most as long as {@code ServiceTimeout} says, scaled. Handles every type {@code Custom::…} beside
 * its own.
 */
public final class CustomResourceHandler implements ResourceHandler {
  /** The type's long name; a name of its own begins with {@code Custom::}. */
  public static final String TYPE = "AWS::CloudFormation::CustomResource";

  private static final int DEFAULT_TIMEOUT_SECONDS = 3600;
  private static final int LONGEST_ID = 255;

  private final LambdaClient lambda;
  private final Callbacks callbacks;
  private final TimeScale scale;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** Invokes by this client; answers come to these callbacks. */
  public CustomResourceHandler(LambdaClient lambda, Callbacks callbacks, TimeScale scale) {
    this.lambda = lambda;
    this.callbacks = callbacks;
    this.scale = scale;
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** A custom resource's properties are its provider's. */
  @Override
  public List<String> unsupported(ObjectNode properties) {
    return List.of();
  }

  /**
   * A provider that was asked and did not succeed may have made something all the same: it is told
   * to delete it by the physical id of its answer, or else by one of CloudFormation's own.
   */
  @Override
  public Physical create(ResourceRequest request) {
    return physical(request, ask(CustomResourceEvent.create(request), e -> left(request, e)));
  }

  private static ResourceFailure left(ResourceRequest request, ResourceFailure failure) {
    return failure.made().isPresent()
        ? failure
        : failure.leaving(
            Physical.of(
                PhysicalName.made(request, LONGEST_ID), JsonNodeFactory.instance.objectNode()));
  }

  /** Another physical id in the answer means that the old resource is to be deleted in the end. */
  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    return physical(
        request,
        ask(
            CustomResourceEvent.update(request, physical, previous),
            failure -> failure.leaving(physical)));
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    ask(CustomResourceEvent.delete(request, physical), failure -> failure.leaving(physical));
    made.remove(key(request, physical.id()));
  }

  /** Nobody but its provider knows more than that it was made. */
  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return made.contains(key(request, physical.id()))
        ? Optional.of(JsonNodeFactory.instance.objectNode())
        : Optional.empty();
  }

  private Physical physical(ResourceRequest request, CustomResourceAnswer answer) {
    made.add(key(request, answer.id()));
    Physical physical = Physical.of(answer.id(), answer.data());
    return answer.hidden() ? physical.hidden() : physical;
  }

  /** Asks the provider; {@code failed} says what is left when it was asked in vain. */
  private CustomResourceAnswer ask(
      CustomResourceEvent event, UnaryOperator<ResourceFailure> failed) {
    ObjectNode properties = event.request().properties();
    String token = token(properties);
    Duration limit = scale.workLimit(timeout(properties));
    String requestId = UUID.randomUUID().toString();
    CompletableFuture<String> answer = new CompletableFuture<>();
    URI address = callbacks.open(answer::complete, answer::completeExceptionally);
    try {
      invoke(token, event.json(requestId, address).toString());
      try {
        return CustomResourceAnswer.read(await(answer, limit, requestId), requestId);
      } catch (NeverRan e) {
        throw new ResourceFailure(e.getMessage(), e);
      } catch (ResourceFailure e) {
        throw failed.apply(e);
      }
    } finally {
      callbacks.close(address);
    }
  }

  private static String await(CompletableFuture<String> answer, Duration limit, String requestId) {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ResourceFailure(
          "CloudFormation did not receive a response from your Custom Resource. Please check your"
              + " logs for requestId [%s].".formatted(requestId),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceFailure("Resource operation cancelled", e);
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    }
  }

  private void invoke(String token, String payload) {
    try {
      lambda.invoke(
          call ->
              call.functionName(token)
                  .invocationType(InvocationType.EVENT)
                  .payload(SdkBytes.fromUtf8String(payload)));
    } catch (SdkException e) {
      throw new ResourceFailure(
          "the function %s of the custom resource could not be invoked: %s"
              .formatted(token, e.getMessage()),
          e);
    }
  }

  private static String token(ObjectNode properties) {
    String token = properties.path("ServiceToken").asText();
    if (!token.matches("arn:[^:]+:lambda:.*")) {
      throw new ResourceFailure(
          "ServiceToken is '%s': the local AWS takes the ARN of a Lambda function"
              .formatted(token));
    }
    return token;
  }

  private static Duration timeout(ObjectNode properties) {
    JsonNode given = properties.path("ServiceTimeout");
    int seconds = given.isMissingNode() ? DEFAULT_TIMEOUT_SECONDS : given.asInt();
    if (seconds < 1 || seconds > DEFAULT_TIMEOUT_SECONDS) {
      throw new ResourceFailure(
          "ServiceTimeout is %s: it must be from 1 to %d seconds"
              .formatted(given.asText(), DEFAULT_TIMEOUT_SECONDS));
    }
    return Duration.ofSeconds(seconds);
  }

  private static String key(ResourceRequest request, String id) {
    return request.stack().id() + " " + request.logicalId() + " " + id;
  }
}
