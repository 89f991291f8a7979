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
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;

/** {@code AWS::CloudFront::ResponseHeadersPolicy}. */
public final class ResponseHeadersPolicyService implements ResourceService {
  private static final String CONFIG = "ResponseHeadersPolicyConfig";
  private static final Shape<ResponseHeadersPolicyConfig> SHAPE =
      Shape.of(ResponseHeadersPolicyConfig.class, ResponseHeadersPolicyConfig::builder);

  private final CloudFrontClient cloudFront;

  /** Response headers policies of one CloudFront. */
  public ResponseHeadersPolicyService(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
  }

  @Override
  public String type() {
    return "AWS::CloudFront::ResponseHeadersPolicy";
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
    ResponseHeadersPolicyConfig wanted = config(request);
    String id =
        cloudFront
            .createResponseHeadersPolicy(call -> call.responseHeadersPolicyConfig(wanted))
            .responseHeadersPolicy()
            .id();
    undo.add(() -> remove(id));
    return Physical.of(id, Json.object("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ResponseHeadersPolicyConfig wanted = config(request);
    String version = version(physical.id());
    cloudFront.updateResponseHeadersPolicy(
        call -> call.id(physical.id()).ifMatch(version).responseHeadersPolicyConfig(wanted));
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ResponseHeadersPolicyConfig told =
        cloudFront
            .getResponseHeadersPolicyConfig(call -> call.id(physical.id()))
            .responseHeadersPolicyConfig();
    ObjectNode wanted = request.properties().withObject("/" + CONFIG);
    ObjectNode json = Json.object();
    json.set(CONFIG, Wrapped.like(wanted, SHAPE.json(told)));
    return Optional.of(json);
  }

  private void remove(String id) {
    String version = version(id);
    cloudFront.deleteResponseHeadersPolicy(call -> call.id(id).ifMatch(version));
  }

  private String version(String id) {
    return cloudFront.getResponseHeadersPolicyConfig(call -> call.id(id)).eTag();
  }

  private static ResponseHeadersPolicyConfig config(ResourceRequest request) {
    return SHAPE.from(request.properties().withObject("/" + CONFIG));
  }
}
