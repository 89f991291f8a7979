package com.harena.allinone.emulator.association;

import static com.harena.allinone.emulator.association.SsmAnswers.answer;
import static com.harena.allinone.emulator.association.SsmAnswers.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Systems Manager's associations in memory, which moto does not know. */
public final class Associations implements Interceptor, AutoCloseable {
  private final Map<String, Association> all = new TreeMap<>();
  private final AssociationRuns runs;

  /** Associations that run on these instances. */
  public Associations(ManagedInstances instances) {
    runs = new AssociationRuns(instances);
  }

  /** Says that the agent of an instance has reported: what is pending for it runs. */
  public void online(String instance) {
    everything().forEach(association -> runs.begin(association, instance));
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!call.operation().service().equals("ssm")) {
      return onward.pass(call);
    }
    ObjectNode input = (ObjectNode) Json.parsed(call.body().text().orElse("{}"));
    return switch (call.operation().action()) {
      case "CreateAssociation" -> refusal(input).orElseGet(() -> create(input));
      case "UpdateAssociation" ->
          refusal(input).or(() -> update(input)).orElseGet(Associations::none);
      case "DescribeAssociation" ->
          find(input).map(Associations::described).orElseGet(Associations::none);
      case "DeleteAssociation" -> delete(input).orElseGet(Associations::none);
      case "ListAssociations" -> list();
      default -> onward.pass(call);
    };
  }

  private static Optional<Answer> refusal(ObjectNode input) {
    String document = input.path("Name").asText(Association.DOCUMENT);
    if (!document.equals(Association.DOCUMENT)) {
      return Optional.of(
          refused(
              "InvalidDocument",
              "Document with name %s does not exist; the local AWS has %s"
                  .formatted(document, Association.DOCUMENT)));
    }
    for (JsonNode each : input.path("Targets")) {
      Target target = new Target(each);
      if (!target.known()) {
        return Optional.of(
            refused(
                "InvalidTarget",
                "the target %s is not known to the local AWS; allowed: InstanceIds, tag-key, tag:KEY"
                    .formatted(target.key())));
      }
    }
    return Optional.empty();
  }

  private Answer create(ObjectNode input) {
    return begun(Association.first(input, UUID.randomUUID().toString()));
  }

  private Optional<Answer> update(ObjectNode input) {
    return find(input).map(old -> begun(old.next(input)));
  }

  private Answer begun(Association association) {
    synchronized (all) {
      all.put(association.id(), association);
    }
    runs.begin(association);
    return described(association);
  }

  private Optional<Answer> delete(ObjectNode input) {
    synchronized (all) {
      return Optional.ofNullable(all.remove(id(input))).map(gone -> answer(Json.object()));
    }
  }

  private Answer list() {
    ObjectNode output = Json.object();
    everything().forEach(each -> output.withArray("Associations").add(each.described()));
    return answer(output);
  }

  private Optional<Association> find(ObjectNode input) {
    synchronized (all) {
      return Optional.ofNullable(all.get(id(input)));
    }
  }

  private List<Association> everything() {
    synchronized (all) {
      return List.copyOf(all.values());
    }
  }

  private static String id(ObjectNode input) {
    return input.path(Association.ID).asText();
  }

  private static Answer described(Association association) {
    return answer(Json.object().set("AssociationDescription", association.described()));
  }

  private static Answer none() {
    return refused("AssociationDoesNotExist", "The specified association does not exist.");
  }

  @Override
  public void close() {
    runs.close();
  }
}
