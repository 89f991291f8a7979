package com.harena.allinone.emulator.handler.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.sns.SnsClient;

/** {@code AWS::SNS::Subscription}. */
public final class SubscriptionService implements ResourceService {
  private static final List<String> DOCUMENTS = List.of("FilterPolicy", "RedrivePolicy");
  private static final List<String> ATTRIBUTES =
      List.of("FilterPolicy", "RedrivePolicy", "FilterPolicyScope", "RawMessageDelivery");
  private static final List<String> KNOWN =
      List.of(
          "TopicArn",
          "Protocol",
          "Endpoint",
          "FilterPolicy",
          "RedrivePolicy",
          "FilterPolicyScope",
          "RawMessageDelivery");

  private final SnsClient sns;

  /** Subscriptions of one SNS. */
  public SubscriptionService(SnsClient sns) {
    this.sns = sns;
  }

  @Override
  public String type() {
    return "AWS::SNS::Subscription";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    ObjectNode wanted = request.properties();
    Map<String, String> attributes = new TreeMap<>();
    Json.only(wanted, ATTRIBUTES)
        .properties()
        .forEach(member -> attributes.put(member.getKey(), Json.textOrDocument(member.getValue())));
    String arn =
        sns.subscribe(
                call ->
                    call.topicArn(wanted.path("TopicArn").asText())
                        .protocol(wanted.path("Protocol").asText())
                        .endpoint(wanted.path("Endpoint").asText())
                        .attributes(attributes)
                        .returnSubscriptionArn(true))
            .subscriptionArn();
    undo.add(() -> sns.unsubscribe(call -> call.subscriptionArn(arn)));
    return Physical.of(arn, Json.object("Arn", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    for (String name : ATTRIBUTES) {
      String wanted = Json.textOrDocument(request.properties().path(name));
      if (!wanted.equals(Json.textOrDocument(previous.path(name)))) {
        sns.setSubscriptionAttributes(
            call ->
                call.subscriptionArn(physical.id())
                    .attributeName(name)
                    .attributeValue(wanted.isEmpty() ? without(name) : wanted));
      }
    }
    return physical;
  }

  private static String without(String attribute) {
    return attribute.equals("RawMessageDelivery") ? "false" : "{}";
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    sns.unsubscribe(call -> call.subscriptionArn(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ObjectNode told = Json.object();
    sns.getSubscriptionAttributes(call -> call.subscriptionArn(physical.id()))
        .attributes()
        .forEach(
            (name, value) -> {
              if (DOCUMENTS.contains(name)) {
                told.set(name, Json.parsed(value));
              } else if (KNOWN.contains(name)) {
                told.put(name, value);
              }
            });
    return Optional.of(told);
  }
}
