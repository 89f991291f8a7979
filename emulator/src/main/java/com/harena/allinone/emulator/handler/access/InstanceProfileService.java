package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.InstanceProfile;
import software.amazon.awssdk.services.iam.model.Role;

/** {@code AWS::IAM::InstanceProfile}. */
public final class InstanceProfileService implements ResourceService {
  private static final List<String> KNOWN = List.of("InstanceProfileName", "Path", "Roles");
  private static final int NAME_LIMIT = 128;

  private final IamClient iam;

  /** Instance profiles of one IAM. */
  public InstanceProfileService(IamClient iam) {
    this.iam = iam;
  }

  @Override
  public String type() {
    return "AWS::IAM::InstanceProfile";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "InstanceProfileName", NAME_LIMIT);
    String path = Json.text(request.properties(), "Path");
    String arn =
        iam.createInstanceProfile(call -> call.instanceProfileName(name).path(path))
            .instanceProfile()
            .arn();
    undo.add(() -> iam.deleteInstanceProfile(call -> call.instanceProfileName(name)));
    for (String role : roles(request.properties())) {
      add(name, role);
      undo.add(() -> remove(name, role));
    }
    return Physical.of(name, Json.object("Arn", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    List<String> wanted = roles(request.properties());
    List<String> before = roles(previous);
    before.stream()
        .filter(Predicate.not(wanted::contains))
        .forEach(role -> remove(physical.id(), role));
    wanted.stream()
        .filter(Predicate.not(before::contains))
        .forEach(role -> add(physical.id(), role));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    told(physical.id()).roles().forEach(role -> remove(physical.id(), role.roleName()));
    iam.deleteInstanceProfile(call -> call.instanceProfileName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    InstanceProfile profile = told(physical.id());
    ObjectNode json = Json.object("InstanceProfileName", profile.instanceProfileName());
    json.put("Path", profile.path());
    json.set("Roles", Json.list(profile.roles().stream().map(Role::roleName).toList()));
    return Optional.of(json);
  }

  private InstanceProfile told(String name) {
    return iam.getInstanceProfile(call -> call.instanceProfileName(name)).instanceProfile();
  }

  private void add(String profile, String role) {
    iam.addRoleToInstanceProfile(call -> call.instanceProfileName(profile).roleName(role));
  }

  private void remove(String profile, String role) {
    iam.removeRoleFromInstanceProfile(call -> call.instanceProfileName(profile).roleName(role));
  }

  private static List<String> roles(ObjectNode properties) {
    return Json.texts(properties.path("Roles"));
  }
}
