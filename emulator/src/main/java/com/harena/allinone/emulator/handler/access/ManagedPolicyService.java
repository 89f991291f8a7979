package com.harena.allinone.emulator.handler.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

/** {@code AWS::IAM::ManagedPolicy}. */
public final class ManagedPolicyService implements ResourceService {
  private static final List<String> KNOWN =
      List.of("ManagedPolicyName", "Path", "Description", "PolicyDocument", "Roles");
  private static final int NAME_LIMIT = 128;
  private static final int VERSIONS_LIMIT = 5;

  private final IamClient iam;

  /** Managed policies of one IAM. */
  public ManagedPolicyService(IamClient iam) {
    this.iam = iam;
  }

  @Override
  public String type() {
    return "AWS::IAM::ManagedPolicy";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    ObjectNode wanted = request.properties();
    String name = PhysicalName.of(request, "ManagedPolicyName", NAME_LIMIT);
    String arn =
        iam.createPolicy(
                call ->
                    call.policyName(name)
                        .path(Json.text(wanted, "Path"))
                        .description(Json.text(wanted, "Description"))
                        .policyDocument(Json.document(wanted.path("PolicyDocument"))))
            .policy()
            .arn();
    undo.add(() -> iam.deletePolicy(call -> call.policyArn(arn)));
    for (String role : roles(wanted)) {
      iam.attachRolePolicy(call -> call.roleName(role).policyArn(arn));
      undo.add(() -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    }
    return Physical.of(arn, Json.object("PolicyArn", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String arn = physical.id();
    ObjectNode wanted = request.properties();
    if (!wanted.path("PolicyDocument").equals(previous.path("PolicyDocument"))) {
      makeRoom(arn);
      String document = Json.document(wanted.path("PolicyDocument"));
      iam.createPolicyVersion(
          call -> call.policyArn(arn).policyDocument(document).setAsDefault(true));
    }
    List<String> before = roles(previous);
    roles(wanted).stream()
        .filter(Predicate.not(before::contains))
        .forEach(role -> iam.attachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    before.stream()
        .filter(Predicate.not(roles(wanted)::contains))
        .forEach(role -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    String arn = physical.id();
    List<String> own = roles(request.properties());
    attached(arn).stream()
        .filter(own::contains)
        .forEach(role -> iam.detachRolePolicy(call -> call.roleName(role).policyArn(arn)));
    spareVersions(arn).forEach(version -> remove(arn, version));
    iam.deletePolicy(call -> call.policyArn(arn));
  }

  /** Roles that others gave the policy are theirs, and are not told. */
  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Policy policy = iam.getPolicy(call -> call.policyArn(physical.id())).policy();
    ObjectNode told = Json.object("ManagedPolicyName", policy.policyName());
    told.put("Path", policy.path()).put("Description", policy.description());
    String document =
        iam.getPolicyVersion(
                call -> call.policyArn(policy.arn()).versionId(policy.defaultVersionId()))
            .policyVersion()
            .document();
    told.set("PolicyDocument", Json.encodedDocument(document));
    List<String> own = new ArrayList<>(roles(request.properties()));
    own.retainAll(attached(policy.arn()));
    told.set("Roles", Json.list(own));
    return Optional.of(told);
  }

  /** IAM keeps five versions of a policy; the oldest makes room, as CloudFormation does. */
  private void makeRoom(String arn) {
    List<PolicyVersion> spare = spareVersions(arn);
    if (spare.size() >= VERSIONS_LIMIT - 1) {
      remove(arn, spare.get(0));
    }
  }

  private void remove(String arn, PolicyVersion version) {
    iam.deletePolicyVersion(call -> call.policyArn(arn).versionId(version.versionId()));
  }

  private List<PolicyVersion> spareVersions(String arn) {
    return iam.listPolicyVersions(call -> call.policyArn(arn)).versions().stream()
        .filter(version -> !version.isDefaultVersion())
        .sorted(Comparator.comparing(PolicyVersion::createDate))
        .toList();
  }

  private List<String> attached(String arn) {
    return iam.listEntitiesForPolicy(call -> call.policyArn(arn)).policyRoles().stream()
        .map(PolicyRole::roleName)
        .toList();
  }

  private static List<String> roles(ObjectNode properties) {
    return Json.texts(properties.path("Roles"));
  }
}
