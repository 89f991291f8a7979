package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.iam.model.Tag;

/** {@code AWS::IAM::Role}. */
public final class RoleService implements ResourceService {
  private static final List<String> KNOWN =
      List.of(
          "RoleName",
          "Path",
          "Description",
          "AssumeRolePolicyDocument",
          "MaxSessionDuration",
          "PermissionsBoundary",
          "ManagedPolicyArns",
          "Policies",
          "Tags");
  private static final int NAME_LIMIT = 64;
  private static final int DEFAULT_SESSION_SECONDS = 3600;

  private final IamClient iam;
  private final RolePolicies policies;

  /** Roles of one IAM. */
  public RoleService(IamClient iam) {
    this.iam = iam;
    this.policies = new RolePolicies(iam);
  }

  @Override
  public String type() {
    return "AWS::IAM::Role";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, KNOWN));
    properties
        .path("Policies")
        .forEach(
            policy ->
                Json.outside((ObjectNode) policy, List.of("PolicyName", "PolicyDocument"))
                    .forEach(name -> unknown.add("Policies." + name)));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    ObjectNode wanted = request.properties();
    String name = PhysicalName.of(request, "RoleName", NAME_LIMIT);
    Role role =
        iam.createRole(
                call ->
                    call.roleName(name)
                        .path(Json.text(wanted, "Path"))
                        .description(Json.text(wanted, "Description"))
                        .assumeRolePolicyDocument(trust(wanted))
                        .maxSessionDuration(sessionSeconds(wanted))
                        .permissionsBoundary(Json.text(wanted, "PermissionsBoundary"))
                        .tags(Tags.models(request, RoleService::tag)))
            .role();
    undo.add(() -> iam.deleteRole(call -> call.roleName(name)));
    undo.add(() -> new RoleContents(iam).clear(name));
    policies.change(name, wanted, Json.object());
    return Physical.of(name, Json.object("Arn", role.arn()).put("RoleId", role.roleId()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode wanted = request.properties();
    String name = physical.id();
    iam.updateRole(
        call ->
            call.roleName(name)
                .description(wanted.path("Description").asText())
                .maxSessionDuration(sessionSeconds(wanted)));
    iam.updateAssumeRolePolicy(call -> call.roleName(name).policyDocument(trust(wanted)));
    String boundary = Json.text(wanted, "PermissionsBoundary");
    if (boundary != null) {
      iam.putRolePermissionsBoundary(call -> call.roleName(name).permissionsBoundary(boundary));
    } else if (previous.has("PermissionsBoundary")) {
      iam.deleteRolePermissionsBoundary(call -> call.roleName(name));
    }
    policies.change(name, wanted, previous);
    Tags.align(
        request,
        Tags.told(iam.listRoleTags(call -> call.roleName(name)).tags(), Tag::key, Tag::value),
        keys -> iam.untagRole(call -> call.roleName(name).tagKeys(keys)),
        added ->
            iam.tagRole(call -> call.roleName(name).tags(Tags.models(added, RoleService::tag))));
    return physical;
  }

  /** Takes away what the template gave the role; what others attached makes IAM refuse. */
  @Override
  public void delete(ResourceRequest request, Physical physical) {
    iam.getRole(call -> call.roleName(physical.id()));
    new RoleContents(iam).clear(physical.id(), request.properties());
    iam.deleteRole(call -> call.roleName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Role role = iam.getRole(call -> call.roleName(physical.id())).role();
    ObjectNode told = Json.object("RoleName", role.roleName()).put("Path", role.path());
    told.put("Description", role.description());
    told.put("MaxSessionDuration", role.maxSessionDuration());
    told.set("AssumeRolePolicyDocument", Json.encodedDocument(role.assumeRolePolicyDocument()));
    if (role.permissionsBoundary() != null) {
      told.put("PermissionsBoundary", role.permissionsBoundary().permissionsBoundaryArn());
    }
    told.set("Tags", Tags.json(Tags.told(role.tags(), Tag::key, Tag::value)));
    policies.read(role.roleName(), request.properties(), told);
    return Optional.of(told);
  }

  private static String trust(ObjectNode wanted) {
    return Json.document(wanted.path("AssumeRolePolicyDocument"));
  }

  private static int sessionSeconds(ObjectNode wanted) {
    return wanted.path("MaxSessionDuration").asInt(DEFAULT_SESSION_SECONDS);
  }

  static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
