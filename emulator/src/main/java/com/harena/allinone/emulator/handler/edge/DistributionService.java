package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;

/** {@code AWS::CloudFront::Distribution}. It is disabled before it is deleted. */
public final class DistributionService implements ResourceService {
  private static final String CONFIG = "DistributionConfig";

  private final CloudFrontClient cloudFront;
  private final EdgeTags tags;

  /** Distributions of one CloudFront. */
  public DistributionService(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
    this.tags = new EdgeTags(cloudFront);
  }

  @Override
  public String type() {
    return "AWS::CloudFront::Distribution";
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, List.of(CONFIG, "Tags")));
    DistributionForm.unknown(properties.withObject("/" + CONFIG))
        .forEach(path -> unknown.add(CONFIG + "." + path));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    DistributionConfig config = config(request, UUID.randomUUID().toString());
    Distribution made =
        cloudFront
            .createDistributionWithTags(
                call ->
                    call.distributionConfigWithTags(
                        with ->
                            with.distributionConfig(config)
                                .tags(EdgeTags.model(Tags.wanted(request)))))
            .distribution();
    undo.add(() -> remove(made.id()));
    return Physical.of(
        made.id(), Json.object("Id", made.id()).put("DomainName", made.domainName()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    GetDistributionResponse told = cloudFront.getDistribution(call -> call.id(physical.id()));
    String reference = told.distribution().distributionConfig().callerReference();
    cloudFront.updateDistribution(
        call ->
            call.id(physical.id())
                .ifMatch(told.eTag())
                .distributionConfig(config(request, reference)));
    tags.align(request, told.distribution().arn());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Distribution told = cloudFront.getDistribution(call -> call.id(physical.id())).distribution();
    ObjectNode json = Json.object();
    json.set(CONFIG, DistributionForm.json(told.distributionConfig()));
    json.set("Tags", tags.json(told.arn()));
    return Optional.of(json);
  }

  private void remove(String id) {
    GetDistributionResponse told = cloudFront.getDistribution(call -> call.id(id));
    String version = told.eTag();
    DistributionConfig config = told.distribution().distributionConfig();
    if (Boolean.TRUE.equals(config.enabled())) {
      String enabled = version;
      version =
          cloudFront
              .updateDistribution(
                  call ->
                      call.id(id)
                          .ifMatch(enabled)
                          .distributionConfig(config.toBuilder().enabled(false).build()))
              .eTag();
    }
    String last = version;
    cloudFront.deleteDistribution(call -> call.id(id).ifMatch(last));
  }

  private static DistributionConfig config(ResourceRequest request, String reference) {
    return DistributionForm.model(request.properties().withObject("/" + CONFIG), reference);
  }
}
