package com.harena.allinone.emulator.cloudfront;

import com.harena.allinone.emulator.server.Answer;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionList;
import software.amazon.awssdk.services.cloudfront.model.FunctionSummary;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlList;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicy;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyList;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySummary;
import software.amazon.awssdk.services.cloudfront.model.VpcOriginList;
import software.amazon.awssdk.services.cloudfront.model.VpcOriginSummary;

/** All of a kind on one page, as summaries. */
final class Lists {
  private static final int LARGEST_PAGE = 10_000;
  private static final String DEPLOYED = "Deployed";

  private Lists() {}

  static Answer of(Kind kind, List<Entity> entities) {
    SdkPojo list = list(kind, entities);
    return Answer.of(200, "text/xml", ModelText.document(list.getClass().getSimpleName(), list));
  }

  private static SdkPojo list(Kind kind, List<Entity> entities) {
    int size = entities.size();
    return switch (kind) {
      case DISTRIBUTION ->
          DistributionList.builder()
              .marker("")
              .maxItems(LARGEST_PAGE)
              .isTruncated(false)
              .quantity(size)
              .items(entities.stream().map(Lists::distribution).toList())
              .build();
      case FUNCTION ->
          FunctionList.builder()
              .maxItems(LARGEST_PAGE)
              .quantity(size)
              .items(entities.stream().map(Lists::function).toList())
              .build();
      case ACCESS_CONTROL ->
          OriginAccessControlList.builder()
              .marker("")
              .maxItems(LARGEST_PAGE)
              .isTruncated(false)
              .quantity(size)
              .items(entities.stream().map(Lists::accessControl).toList())
              .build();
      case HEADERS_POLICY ->
          ResponseHeadersPolicyList.builder()
              .maxItems(LARGEST_PAGE)
              .quantity(size)
              .items(entities.stream().map(Lists::headersPolicy).toList())
              .build();
      case VPC_ORIGIN ->
          VpcOriginList.builder()
              .marker("")
              .maxItems(LARGEST_PAGE)
              .isTruncated(false)
              .quantity(size)
              .items(entities.stream().map(Lists::vpcOrigin).toList())
              .build();
    };
  }

  private static DistributionSummary distribution(Entity entity) {
    DistributionConfig config = (DistributionConfig) entity.config();
    return DistributionSummary.builder()
        .id(entity.id())
        .arn(entity.arn())
        .status(DEPLOYED)
        .lastModifiedTime(entity.changed())
        .domainName(entity.domain())
        .aliases(config.aliases())
        .origins(config.origins())
        .defaultCacheBehavior(config.defaultCacheBehavior())
        .cacheBehaviors(config.cacheBehaviors())
        .comment(config.comment())
        .enabled(config.enabled())
        .build();
  }

  private static FunctionSummary function(Entity entity) {
    return FunctionSummary.builder()
        .name(entity.id())
        .functionConfig((FunctionConfig) entity.config())
        .functionMetadata(data -> data.functionARN(entity.arn()))
        .build();
  }

  private static OriginAccessControlSummary accessControl(Entity entity) {
    OriginAccessControlConfig config = (OriginAccessControlConfig) entity.config();
    return OriginAccessControlSummary.builder()
        .id(entity.id())
        .name(config.name())
        .description(config.description())
        .signingProtocol(config.signingProtocol())
        .signingBehavior(config.signingBehavior())
        .originAccessControlOriginType(config.originAccessControlOriginType())
        .build();
  }

  private static ResponseHeadersPolicySummary headersPolicy(Entity entity) {
    return ResponseHeadersPolicySummary.builder()
        .type("custom")
        .responseHeadersPolicy(
            ResponseHeadersPolicy.builder()
                .id(entity.id())
                .lastModifiedTime(entity.changed())
                .responseHeadersPolicyConfig((ResponseHeadersPolicyConfig) entity.config())
                .build())
        .build();
  }

  private static VpcOriginSummary vpcOrigin(Entity entity) {
    return VpcOriginSummary.builder()
        .id(entity.id())
        .name(entity.name())
        .arn(entity.arn())
        .status(DEPLOYED)
        .createdTime(entity.changed())
        .lastModifiedTime(entity.changed())
        .originEndpointArn(entity.json().path("Arn").asText())
        .build();
  }
}
