package com.harena.allinone.emulator.handler.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Systems Manager's associations in memory, which moto does not know. */
public final class Associations implements Interceptor {
  private static final String TYPE = "application/x-amz-json-1.1";
  private static final String ID = "AssociationId";
  private static final String VERSION = "AssociationVersion";

  private final Map<String, ObjectNode> all = new TreeMap<>();

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    if (!call.operation().service().equals("ssm")) {
      return onward.pass(call);
    }
    ObjectNode input = (ObjectNode) Json.parsed(call.body().text().orElse("{}"));
    return switch (call.operation().action()) {
      case "CreateAssociation" -> create(input);
      case "UpdateAssociation" -> found(input).map(old -> update(old, input)).orElseGet(this::none);
      case "DescribeAssociation" -> found(input).map(this::described).orElseGet(this::none);
      case "DeleteAssociation" -> found(input).map(this::delete).orElseGet(this::none);
      case "ListAssociations" -> list();
      default -> onward.pass(call);
    };
  }

  private synchronized Answer create(ObjectNode input) {
    ObjectNode association = input.deepCopy();
    String id = UUID.randomUUID().toString();
    association.put(ID, id).put(VERSION, "1").put("DocumentVersion", documentVersion(input));
    association.putObject("Overview").put("Status", "Pending");
    all.put(id, association);
    return described(association);
  }

  /** An update replaces every parameter of the association, as on AWS. */
  private synchronized Answer update(ObjectNode old, ObjectNode input) {
    ObjectNode association = input.deepCopy();
    association.put("Name", input.path("Name").asText(old.path("Name").asText()));
    association.put("DocumentVersion", documentVersion(input));
    association.put(VERSION, String.valueOf(old.path(VERSION).asInt() + 1));
    association.putObject("Overview").put("Status", "Pending");
    all.put(old.path(ID).asText(), association);
    return described(association);
  }

  private Answer described(ObjectNode association) {
    return answer(Json.object().set("AssociationDescription", association));
  }

  private synchronized Answer delete(ObjectNode association) {
    all.remove(association.path(ID).asText());
    return answer(Json.object());
  }

  private synchronized Answer list() {
    ObjectNode output = Json.object();
    output.putArray("Associations").addAll(all.values());
    return answer(output);
  }

  private synchronized Optional<ObjectNode> found(ObjectNode input) {
    return Optional.ofNullable(all.get(input.path(ID).asText()));
  }

  private Answer none() {
    String body =
        Json.object("__type", "AssociationDoesNotExist")
            .put("message", "The specified association does not exist.")
            .toString();
    return Answer.of(400, TYPE, body);
  }

  private static String documentVersion(ObjectNode input) {
    return input.path("DocumentVersion").asText("$DEFAULT");
  }

  private static Answer answer(JsonNode output) {
    return Answer.of(200, TYPE, output.toString());
  }
}
