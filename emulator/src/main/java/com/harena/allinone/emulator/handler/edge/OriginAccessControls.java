package com.harena.allinone.emulator.handler.edge;

import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.shape.Shape;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.GetOriginAccessControlConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;

/** {@code AWS::CloudFront::OriginAccessControl}. */
public final class OriginAccessControls implements ConfigurationCalls<OriginAccessControlConfig> {
  private final CloudFrontClient cloudFront;

  private OriginAccessControls(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
  }

  /** The type by the calls to one CloudFront. */
  public static ResourceService of(CloudFrontClient cloudFront) {
    return new ConfigurationService<>(
        "OriginAccessControl",
        Shape.of(OriginAccessControlConfig.class, OriginAccessControlConfig::builder),
        new OriginAccessControls(cloudFront));
  }

  @Override
  public String create(OriginAccessControlConfig wanted) {
    return cloudFront
        .createOriginAccessControl(call -> call.originAccessControlConfig(wanted))
        .originAccessControl()
        .id();
  }

  @Override
  public Told<OriginAccessControlConfig> get(String id) {
    GetOriginAccessControlConfigResponse told =
        cloudFront.getOriginAccessControlConfig(call -> call.id(id));
    return new Told<>(told.originAccessControlConfig(), told.eTag());
  }

  @Override
  public void update(String id, String version, OriginAccessControlConfig wanted) {
    cloudFront.updateOriginAccessControl(
        call -> call.id(id).ifMatch(version).originAccessControlConfig(wanted));
  }

  @Override
  public void delete(String id, String version) {
    cloudFront.deleteOriginAccessControl(call -> call.id(id).ifMatch(version));
  }
}
