package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.CreateRepositoryRequest;
import software.amazon.awssdk.services.ecr.model.Repository;
import software.amazon.awssdk.services.ecr.model.Tag;

/** {@code AWS::ECR::Repository}. Deleting one that has images fails, as on AWS. */
public final class RepositoryService implements ResourceService {
  private static final List<String> SEPARATE =
      List.of("LifecyclePolicy", "RepositoryPolicyText", "Tags");
  private static final Shape<CreateRepositoryRequest> SHAPE =
      Shape.of(CreateRepositoryRequest.class, CreateRepositoryRequest::builder);
  private static final int NAME_LIMIT = 256;

  private final EcrClient ecr;
  private final RepositoryPolicies policies;

  /** Repositories of one ECR. */
  public RepositoryService(EcrClient ecr) {
    this.ecr = ecr;
    this.policies = new RepositoryPolicies(ecr);
  }

  @Override
  public String type() {
    return "AWS::ECR::Repository";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(SHAPE.unknown(Json.without(properties, SEPARATE)));
    if (properties.get("LifecyclePolicy") instanceof ObjectNode policy) {
      Json.outside(policy, List.of("LifecyclePolicyText"))
          .forEach(name -> unknown.add("LifecyclePolicy." + name));
    }
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.lower(request, "RepositoryName", NAME_LIMIT);
    ObjectNode wanted = Json.without(request.properties(), SEPARATE).put("RepositoryName", name);
    List<Tag> tags = Tags.models(request, RepositoryService::tag);
    Repository made =
        ecr.createRepository(SHAPE.from(wanted).toBuilder().tags(tags).build()).repository();
    undo.add(() -> ecr.deleteRepository(call -> call.repositoryName(name)));
    policies.change(name, request.properties(), Json.object());
    return Physical.of(
        name, Json.object("Arn", made.repositoryArn()).put("RepositoryUri", made.repositoryUri()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String name = physical.id();
    CreateRepositoryRequest wanted = SHAPE.from(Json.without(request.properties(), SEPARATE));
    ecr.putImageTagMutability(
        call ->
            call.repositoryName(name)
                .imageTagMutability(
                    Optional.ofNullable(wanted.imageTagMutabilityAsString()).orElse("MUTABLE")));
    boolean scan =
        wanted.imageScanningConfiguration() != null
            && Boolean.TRUE.equals(wanted.imageScanningConfiguration().scanOnPush());
    ecr.putImageScanningConfiguration(
        call -> call.repositoryName(name).imageScanningConfiguration(to -> to.scanOnPush(scan)));
    policies.change(name, request.properties(), previous);
    String arn = physical.attributes().path("Arn").asText();
    Tags.align(
        request,
        tags(arn),
        keys -> ecr.untagResource(call -> call.resourceArn(arn).tagKeys(keys)),
        added ->
            ecr.tagResource(
                call -> call.resourceArn(arn).tags(Tags.models(added, RepositoryService::tag))));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    ecr.deleteRepository(call -> call.repositoryName(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Repository repository =
        ecr.describeRepositories(call -> call.repositoryNames(physical.id())).repositories().get(0);
    ObjectNode told = SHAPE.json(repository);
    policies.read(physical.id(), request.properties(), told);
    told.set("Tags", Tags.json(tags(repository.repositoryArn())));
    return Optional.of(told);
  }

  private Map<String, String> tags(String arn) {
    return Tags.told(
        ecr.listTagsForResource(call -> call.resourceArn(arn)).tags(), Tag::key, Tag::value);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
