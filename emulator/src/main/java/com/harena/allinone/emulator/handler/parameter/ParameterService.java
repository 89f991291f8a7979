package com.harena.allinone.emulator.handler.parameter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.Tag;

/** {@code AWS::SSM::Parameter}, which on AWS too cannot be a SecureString. */
public final class ParameterService implements ResourceService {
  private static final Shape<PutParameterRequest> SHAPE =
      Shape.of(PutParameterRequest.class, PutParameterRequest::builder);
  private static final List<String> KNOWN =
      List.of("Name", "Type", "Value", "Description", "AllowedPattern", "DataType", "Tier", "Tags");
  private static final int NAME_LIMIT = 1011;

  private final SsmClient ssm;

  /** Parameters of one Parameter Store. */
  public ParameterService(SsmClient ssm) {
    this.ssm = ssm;
  }

  @Override
  public String type() {
    return "AWS::SSM::Parameter";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, KNOWN));
    if (properties.path("Type").asText().equals("SecureString")) {
      unknown.add("Type (CloudFormation makes no SecureString; allowed: String, StringList)");
    }
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.of(request, "Name", NAME_LIMIT);
    List<Tag> tags = Tags.models(request, ParameterService::tag);
    ssm.putParameter(put(request, name).toBuilder().overwrite(false).tags(tags).build());
    undo.add(() -> ssm.deleteParameter(call -> call.name(name)));
    return physical(request, name);
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String name = physical.id();
    PutParameterRequest wanted = put(request, name);
    ssm.putParameter(
        wanted.toBuilder()
            .overwrite(true)
            .description(orNone(wanted.description()))
            .allowedPattern(orNone(wanted.allowedPattern()))
            .build());
    Tags.align(
        request,
        tags(name),
        keys ->
            ssm.removeTagsFromResource(
                call ->
                    call.resourceType(ResourceTypeForTagging.PARAMETER)
                        .resourceId(name)
                        .tagKeys(keys)),
        added ->
            ssm.addTagsToResource(
                call ->
                    call.resourceType(ResourceTypeForTagging.PARAMETER)
                        .resourceId(name)
                        .tags(Tags.models(added, ParameterService::tag))));
    return physical(request, name);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    ssm.deleteParameter(call -> call.name(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ObjectNode told;
    try {
      told = SHAPE.json(ssm.getParameter(call -> call.name(physical.id())).parameter());
    } catch (ParameterNotFoundException gone) {
      return Optional.empty();
    }
    ParameterHistory metadata = metadata(physical.id());
    told.put("Description", metadata.description());
    told.put("AllowedPattern", metadata.allowedPattern());
    told.put(
        "Tier",
        metadata.tier() == null ? ParameterTier.STANDARD.toString() : metadata.tierAsString());
    told.set("Tags", Tags.json(tags(physical.id())));
    return Optional.of(told);
  }

  /** What is not named stays as it was: an empty text takes it away. */
  private static String orNone(String text) {
    return text == null ? "" : text;
  }

  private static PutParameterRequest put(ResourceRequest request, String name) {
    ObjectNode wanted = Json.without(request.properties(), List.of("Tags"));
    return SHAPE.from(wanted.put("Name", name));
  }

  /**
   * The newest of its history: to ask for a parameter's description, moto looks at all of AWS's.
   */
  private ParameterHistory metadata(String name) {
    return ssm.getParameterHistoryPaginator(call -> call.name(name)).stream()
        .flatMap(page -> page.parameters().stream())
        .max(Comparator.comparing(ParameterHistory::version))
        .orElseThrow(() -> new ResourceFailure("parameter " + name + " has no history"));
  }

  private Map<String, String> tags(String name) {
    return Tags.told(
        ssm.listTagsForResource(
                call -> call.resourceType(ResourceTypeForTagging.PARAMETER).resourceId(name))
            .tagList(),
        Tag::key,
        Tag::value);
  }

  private static Physical physical(ResourceRequest request, String name) {
    ObjectNode attributes = Json.object("Type", request.properties().path("Type").asText());
    return Physical.of(name, attributes.put("Value", request.properties().path("Value").asText()));
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }
}
