package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DescribeFunctionResponse;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;

/** {@code AWS::CloudFront::Function}; with {@code AutoPublish} each change goes live. */
public final class EdgeFunctionService implements ResourceService {
  private static final List<String> KNOWN =
      List.of("Name", "AutoPublish", "FunctionCode", "FunctionConfig", "Tags");
  private static final Shape<FunctionConfig> SHAPE =
      Shape.of(FunctionConfig.class, FunctionConfig::builder);

  private final CloudFrontClient cloudFront;
  private final EdgeTags tags;

  /** Functions of one CloudFront. */
  public EdgeFunctionService(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
    this.tags = new EdgeTags(cloudFront);
  }

  @Override
  public String type() {
    return "AWS::CloudFront::Function";
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, KNOWN));
    SHAPE
        .unknown(properties.withObject("/FunctionConfig"))
        .forEach(path -> unknown.add("FunctionConfig." + path));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = request.properties().path("Name").asText();
    FunctionConfig config = config(request);
    String arn =
        cloudFront
            .createFunction(
                call ->
                    call.name(name)
                        .functionConfig(config)
                        .functionCode(code(request))
                        .tags(EdgeTags.model(Tags.wanted(request))))
            .functionSummary()
            .functionMetadata()
            .functionARN();
    undo.add(() -> remove(name));
    publish(request, name);
    ObjectNode attributes = Json.object("FunctionARN", arn);
    return Physical.of(arn, attributes.put("FunctionMetadata.FunctionARN", arn));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    String name = name(physical);
    String version = described(name).eTag();
    FunctionConfig config = config(request);
    cloudFront.updateFunction(
        call ->
            call.name(name).ifMatch(version).functionConfig(config).functionCode(code(request)));
    publish(request, name);
    tags.align(request, physical.id());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(name(physical));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String name = name(physical);
    DescribeFunctionResponse told = described(name);
    ObjectNode json = Json.object("Name", name);
    json.set("FunctionConfig", SHAPE.json(told.functionSummary().functionConfig()));
    json.put(
        "AutoPublish", told.functionSummary().functionMetadata().stage() == FunctionStage.LIVE);
    json.put(
        "FunctionCode",
        cloudFront.getFunction(call -> call.name(name)).functionCode().asUtf8String());
    json.set("Tags", tags.json(physical.id()));
    return Optional.of(json);
  }

  private void publish(ResourceRequest request, String name) {
    if (request.properties().path("AutoPublish").asBoolean()) {
      String version = described(name).eTag();
      cloudFront.publishFunction(call -> call.name(name).ifMatch(version));
    }
  }

  private void remove(String name) {
    String version = described(name).eTag();
    cloudFront.deleteFunction(call -> call.name(name).ifMatch(version));
  }

  private DescribeFunctionResponse described(String name) {
    return cloudFront.describeFunction(call -> call.name(name));
  }

  private static String name(Physical physical) {
    return physical.id().substring(physical.id().lastIndexOf('/') + 1);
  }

  private static FunctionConfig config(ResourceRequest request) {
    return SHAPE.from(request.properties().withObject("/FunctionConfig"));
  }

  private static SdkBytes code(ResourceRequest request) {
    return SdkBytes.fromUtf8String(request.properties().path("FunctionCode").asText());
  }
}
