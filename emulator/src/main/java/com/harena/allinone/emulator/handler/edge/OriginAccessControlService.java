package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;

/** {@code AWS::CloudFront::OriginAccessControl}. */
public final class OriginAccessControlService implements ResourceService {
  private static final String CONFIG = "OriginAccessControlConfig";
  private static final Shape<OriginAccessControlConfig> SHAPE =
      Shape.of(OriginAccessControlConfig.class, OriginAccessControlConfig::builder);

  private final CloudFrontClient cloudFront;

  /** Origin access controls of one CloudFront. */
  public OriginAccessControlService(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
  }

  @Override
  public String type() {
    return "AWS::CloudFront::OriginAccessControl";
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, List.of(CONFIG)));
    SHAPE
        .unknown(properties.withObject("/" + CONFIG))
        .forEach(path -> unknown.add(CONFIG + "." + path));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    OriginAccessControlConfig wanted = config(request);
    String id =
        cloudFront
            .createOriginAccessControl(call -> call.originAccessControlConfig(wanted))
            .originAccessControl()
            .id();
    undo.add(() -> remove(id));
    return Physical.of(id, Json.object("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    OriginAccessControlConfig wanted = config(request);
    String version = version(physical.id());
    cloudFront.updateOriginAccessControl(
        call -> call.id(physical.id()).ifMatch(version).originAccessControlConfig(wanted));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    OriginAccessControlConfig told =
        cloudFront
            .getOriginAccessControlConfig(call -> call.id(physical.id()))
            .originAccessControlConfig();
    ObjectNode wanted = request.properties().withObject("/" + CONFIG);
    ObjectNode json = Json.object();
    json.set(CONFIG, Wrapped.like(wanted, SHAPE.json(told)));
    return Optional.of(json);
  }

  private void remove(String id) {
    String version = version(id);
    cloudFront.deleteOriginAccessControl(call -> call.id(id).ifMatch(version));
  }

  private String version(String id) {
    return cloudFront.getOriginAccessControlConfig(call -> call.id(id)).eTag();
  }

  private static OriginAccessControlConfig config(ResourceRequest request) {
    return SHAPE.from(request.properties().withObject("/" + CONFIG));
  }
}
