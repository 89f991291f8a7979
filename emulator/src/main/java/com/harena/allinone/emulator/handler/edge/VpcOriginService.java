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
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.VpcOrigin;
import software.amazon.awssdk.services.cloudfront.model.VpcOriginEndpointConfig;

/** {@code AWS::CloudFront::VpcOrigin}. CloudFront refuses every change while it is attached. */
public final class VpcOriginService implements ResourceService {
  private static final String CONFIG = "VpcOriginEndpointConfig";
  private static final Shape<VpcOriginEndpointConfig> SHAPE =
      Shape.of(VpcOriginEndpointConfig.class, VpcOriginEndpointConfig::builder);
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private final CloudFrontClient cloudFront;
  private final EdgeTags tags;

  /** VPC origins of one CloudFront. */
  public VpcOriginService(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
    this.tags = new EdgeTags(cloudFront);
  }

  @Override
  public String type() {
    return "AWS::CloudFront::VpcOrigin";
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, List.of(CONFIG, "Tags")));
    SHAPE
        .unknown(properties.withObject("/" + CONFIG))
        .forEach(path -> unknown.add(CONFIG + "." + path));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    VpcOriginEndpointConfig wanted = config(request);
    VpcOrigin made =
        cloudFront
            .createVpcOrigin(
                call ->
                    call.vpcOriginEndpointConfig(wanted).tags(EdgeTags.model(Tags.wanted(request))))
            .vpcOrigin();
    undo.add(() -> remove(made.id()));
    ObjectNode attributes = Json.object("Id", made.id()).put("Arn", made.arn());
    return Physical.of(made.id(), attributes.put("Status", made.status()));
  }

  /** Only tags change in place without a call that CloudFront may refuse. */
  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    VpcOriginEndpointConfig wanted = config(request);
    if (!request.properties().path(CONFIG).equals(previous.path(CONFIG))) {
      String version = version(physical.id());
      cloudFront.updateVpcOrigin(
          call -> call.id(physical.id()).ifMatch(version).vpcOriginEndpointConfig(wanted));
    }
    tags.align(request, physical.attributes().path("Arn").asText());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    VpcOrigin told = cloudFront.getVpcOrigin(call -> call.id(physical.id())).vpcOrigin();
    ObjectNode json = Json.object();
    json.set(CONFIG, SHAPE.json(told.vpcOriginEndpointConfig()));
    json.set("Tags", tags.json(told.arn()));
    return Optional.of(json);
  }

  private void remove(String id) {
    String version = version(id);
    cloudFront.deleteVpcOrigin(call -> call.id(id).ifMatch(version));
  }

  private String version(String id) {
    return cloudFront.getVpcOrigin(call -> call.id(id)).eTag();
  }

  /** The API wants both ports; CloudFormation gives those that the template leaves out. */
  private static VpcOriginEndpointConfig config(ResourceRequest request) {
    ObjectNode config = request.properties().deepCopy().withObject("/" + CONFIG);
    config.put("HTTPPort", config.path("HTTPPort").asInt(HTTP));
    config.put("HTTPSPort", config.path("HTTPSPort").asInt(HTTPS));
    return SHAPE.from(config);
  }
}
