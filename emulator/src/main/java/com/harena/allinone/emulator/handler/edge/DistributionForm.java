package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.shape.Names;
import com.harena.allinone.emulator.handler.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;

/**
 * A distribution's configuration between the template and CloudFront's API, which has the cached
 * methods inside the allowed ones.
 */
final class DistributionForm {
  private static final String ALLOWED = "AllowedMethods";
  private static final String CACHED = "CachedMethods";
  private static final Shape<DistributionConfig> SHAPE =
      Shape.of(
          DistributionConfig.class,
          DistributionConfig::builder,
          Names.of(
              Map.of(
                  "IPV6Enabled", "IsIPV6Enabled",
                  "OriginCustomHeaders", "CustomHeaders",
                  "OriginSSLProtocols", "OriginSslProtocols",
                  "AcmCertificateArn", "ACMCertificateArn",
                  "IamCertificateId", "IAMCertificateId",
                  "SslSupportMethod", "SSLSupportMethod")));

  private DistributionForm() {}

  static List<String> unknown(ObjectNode config) {
    return SHAPE.unknown(nested(config));
  }

  static DistributionConfig model(ObjectNode config, String callerReference) {
    DistributionConfig model = SHAPE.from(nested(config));
    return model.toBuilder()
        .callerReference(callerReference)
        .comment(model.comment() == null ? "" : model.comment())
        .build();
  }

  /** As the template would have it. */
  static ObjectNode json(DistributionConfig told) {
    ObjectNode config = SHAPE.json(told);
    behaviors(config).forEach(DistributionForm::flatten);
    return config;
  }

  private static ObjectNode nested(ObjectNode config) {
    ObjectNode copy = config.deepCopy();
    behaviors(copy).forEach(DistributionForm::nest);
    return copy;
  }

  private static void nest(ObjectNode behavior) {
    JsonNode allowed = behavior.get(ALLOWED);
    JsonNode cached = behavior.remove(CACHED);
    if (allowed != null && allowed.isArray()) {
      ObjectNode methods = behavior.putObject(ALLOWED);
      methods.set("Items", allowed);
      if (cached != null) {
        methods.set(CACHED, cached);
      }
    } else if (cached != null) {
      behavior.putObject(ALLOWED).set(CACHED, cached);
    }
  }

  private static void flatten(ObjectNode behavior) {
    if (behavior.remove(ALLOWED) instanceof ObjectNode methods) {
      behavior.set(ALLOWED, methods.path("Items"));
      if (methods.has(CACHED)) {
        behavior.set(CACHED, methods.get(CACHED));
      }
    }
  }

  private static List<ObjectNode> behaviors(ObjectNode config) {
    List<ObjectNode> behaviors = new ArrayList<>();
    if (config.get("DefaultCacheBehavior") instanceof ObjectNode behavior) {
      behaviors.add(behavior);
    }
    for (JsonNode each : config.path("CacheBehaviors")) {
      if (each instanceof ObjectNode behavior) {
        behaviors.add(behavior);
      }
    }
    return behaviors;
  }
}
