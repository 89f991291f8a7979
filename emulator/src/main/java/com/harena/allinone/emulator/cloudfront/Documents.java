package com.harena.allinone.emulator.cloudfront;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.CallHeaders;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionStage;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControl;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicy;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.VpcOrigin;
import software.amazon.awssdk.services.cloudfront.model.VpcOriginEndpointConfig;

/** What CloudFront answers of what it holds. */
final class Documents {
  private static final String DEPLOYED = "Deployed";

  private Documents() {}

  /** The whole, with its version. */
  static Answer whole(int status, Entity entity) {
    SdkPojo model = model(entity);
    return answer(status, entity, ModelText.document(model.getClass().getSimpleName(), model));
  }

  /** Its configuration alone, with its version. */
  static Answer config(Entity entity) {
    String root = entity.config().getClass().getSimpleName();
    return answer(200, entity, ModelText.document(root, entity.config()));
  }

  static Answer answer(int status, Entity entity, String body) {
    return new Answer(
        status,
        new CallHeaders(
            List.of(
                Map.entry("Content-Type", "text/xml"),
                Map.entry("ETag", entity.etag()),
                Map.entry("Location", entity.arn()))),
        Body.of(body));
  }

  private static SdkPojo model(Entity entity) {
    return switch (entity.kind()) {
      case DISTRIBUTION ->
          Distribution.builder()
              .id(entity.id())
              .arn(entity.arn())
              .status(DEPLOYED)
              .lastModifiedTime(entity.changed())
              .inProgressInvalidationBatches(0)
              .domainName(entity.domain())
              .distributionConfig((DistributionConfig) entity.config())
              .build();
      case FUNCTION -> function(entity);
      case ACCESS_CONTROL ->
          OriginAccessControl.builder()
              .id(entity.id())
              .originAccessControlConfig((OriginAccessControlConfig) entity.config())
              .build();
      case HEADERS_POLICY ->
          ResponseHeadersPolicy.builder()
              .id(entity.id())
              .lastModifiedTime(entity.changed())
              .responseHeadersPolicyConfig((ResponseHeadersPolicyConfig) entity.config())
              .build();
      case VPC_ORIGIN ->
          VpcOrigin.builder()
              .id(entity.id())
              .arn(entity.arn())
              .status(DEPLOYED)
              .createdTime(entity.changed())
              .lastModifiedTime(entity.changed())
              .vpcOriginEndpointConfig((VpcOriginEndpointConfig) entity.config())
              .build();
    };
  }

  private static FunctionSummary function(Entity entity) {
    return FunctionSummary.builder()
        .name(entity.id())
        .status(entity.published() ? "DEPLOYED" : "UNPUBLISHED")
        .functionConfig((FunctionConfig) entity.config())
        .functionMetadata(
            data ->
                data.functionARN(entity.arn())
                    .stage(entity.published() ? FunctionStage.LIVE : FunctionStage.DEVELOPMENT)
                    .createdTime(entity.changed())
                    .lastModifiedTime(entity.changed()))
        .build();
  }
}
