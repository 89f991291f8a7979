package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/** {@code AWS::IAM::Policy}: one inline policy in one or more roles. */
public final class InlinePolicyService implements ResourceService {
  private static final List<String> KNOWN = List.of("PolicyName", "PolicyDocument", "Roles");
  private static final int NAME_LIMIT = 128;

  private final IamClient iam;

  /** Inline policies of one IAM. */
  public InlinePolicyService(IamClient iam) {
    this.iam = iam;
  }

  @Override
  public String type() {
    return "AWS::IAM::Policy";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String policy = name(request);
    for (String role : roles(request.properties())) {
      put(request, role);
      undo.add(() -> remove(role, policy));
    }
    return Physical.of(PhysicalName.of(request, "", NAME_LIMIT), Json.object());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    List<String> wanted = roles(request.properties());
    wanted.forEach(role -> put(request, role));
    String before = previous.path("PolicyName").asText();
    for (String role : roles(previous)) {
      if (!wanted.contains(role) || !before.equals(name(request))) {
        remove(role, before);
      }
    }
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    roles(request.properties()).forEach(role -> remove(role, name(request)));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String policy = name(request);
    List<String> holders = new ArrayList<>();
    ObjectNode told = Json.object("PolicyName", policy);
    for (String role : roles(request.properties())) {
      document(role, policy)
          .ifPresent(
              document -> {
                told.set("PolicyDocument", Json.encodedDocument(document));
                holders.add(role);
              });
    }
    told.set("Roles", Json.list(holders));
    return holders.isEmpty() ? Optional.empty() : Optional.of(told);
  }

  private Optional<String> document(String role, String policy) {
    try {
      return Optional.of(
          iam.getRolePolicy(call -> call.roleName(role).policyName(policy)).policyDocument());
    } catch (NoSuchEntityException gone) {
      return Optional.empty();
    }
  }

  private void put(ResourceRequest request, String role) {
    iam.putRolePolicy(
        call ->
            call.roleName(role)
                .policyName(name(request))
                .policyDocument(Json.document(request.properties().path("PolicyDocument"))));
  }

  private void remove(String role, String policy) {
    try {
      iam.deleteRolePolicy(call -> call.roleName(role).policyName(policy));
    } catch (NoSuchEntityException gone) {
      // The role, or its policy, was removed before: nothing is left to remove.
      return;
    }
  }

  private static String name(ResourceRequest request) {
    return request.properties().path("PolicyName").asText();
  }

  private static List<String> roles(ObjectNode properties) {
    return Json.texts(properties.path("Roles"));
  }
}
