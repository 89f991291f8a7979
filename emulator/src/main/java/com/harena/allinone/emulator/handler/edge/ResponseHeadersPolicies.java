package com.harena.allinone.emulator.handler.edge;

import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.shape.Shape;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.GetResponseHeadersPolicyConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;

/** {@code AWS::CloudFront::ResponseHeadersPolicy}. */
public final class ResponseHeadersPolicies
    implements ConfigurationCalls<ResponseHeadersPolicyConfig> {
  private final CloudFrontClient cloudFront;

  private ResponseHeadersPolicies(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
  }

  /** The type by the calls to one CloudFront. */
  public static ResourceService of(CloudFrontClient cloudFront) {
    return new ConfigurationService<>(
        "ResponseHeadersPolicy",
        Shape.of(ResponseHeadersPolicyConfig.class, ResponseHeadersPolicyConfig::builder),
        new ResponseHeadersPolicies(cloudFront));
  }

  @Override
  public String create(ResponseHeadersPolicyConfig wanted) {
    return cloudFront
        .createResponseHeadersPolicy(call -> call.responseHeadersPolicyConfig(wanted))
        .responseHeadersPolicy()
        .id();
  }

  @Override
  public Told<ResponseHeadersPolicyConfig> get(String id) {
    GetResponseHeadersPolicyConfigResponse told =
        cloudFront.getResponseHeadersPolicyConfig(call -> call.id(id));
    return new Told<>(told.responseHeadersPolicyConfig(), told.eTag());
  }

  @Override
  public void update(String id, String version, ResponseHeadersPolicyConfig wanted) {
    cloudFront.updateResponseHeadersPolicy(
        call -> call.id(id).ifMatch(version).responseHeadersPolicyConfig(wanted));
  }

  @Override
  public void delete(String id, String version) {
    cloudFront.deleteResponseHeadersPolicy(call -> call.id(id).ifMatch(version));
  }
}
