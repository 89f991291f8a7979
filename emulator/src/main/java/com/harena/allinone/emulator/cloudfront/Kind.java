package com.harena.allinone.emulator.cloudfront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.shape.Shape;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3c.dom.Element;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.VpcOriginEndpointConfig;

/** What CloudFront holds; each with the words of its API. */
enum Kind {
  DISTRIBUTION("distribution", "", "NoSuchDistribution", "DistributionAlreadyExists", "") {
    @Override
    Configuration<?> configuration() {
      return new Configuration<>(DistributionConfig.class, DistributionConfig::builder);
    }
  },
  FUNCTION(
      "function", "FunctionARN", "NoSuchFunctionExists", "FunctionAlreadyExists", "FunctionInUse") {
    @Override
    Configuration<?> configuration() {
      return new Configuration<>(FunctionConfig.class, FunctionConfig::builder);
    }
  },
  ACCESS_CONTROL(
      "origin-access-control",
      "OriginAccessControlId",
      "NoSuchOriginAccessControl",
      "OriginAccessControlAlreadyExists",
      "OriginAccessControlInUse") {
    @Override
    Configuration<?> configuration() {
      return new Configuration<>(
          OriginAccessControlConfig.class, OriginAccessControlConfig::builder);
    }
  },
  HEADERS_POLICY(
      "response-headers-policy",
      "ResponseHeadersPolicyId",
      "NoSuchResponseHeadersPolicy",
      "ResponseHeadersPolicyAlreadyExists",
      "ResponseHeadersPolicyInUse") {
    @Override
    Configuration<?> configuration() {
      return new Configuration<>(
          ResponseHeadersPolicyConfig.class, ResponseHeadersPolicyConfig::builder);
    }
  },
  VPC_ORIGIN(
      "vpc-origin",
      "VpcOriginId",
      "EntityNotFound",
      "EntityAlreadyExists",
      "CannotDeleteEntityWhileInUse") {
    @Override
    Configuration<?> configuration() {
      return new Configuration<>(VpcOriginEndpointConfig.class, VpcOriginEndpointConfig::builder);
    }
  };

  private final String path;
  private final String referredBy;
  private final String missing;
  private final String exists;
  private final String inUse;

  Kind(String path, String referredBy, String missing, String exists, String inUse) {
    this.path = path;
    this.referredBy = referredBy;
    this.missing = missing;
    this.exists = exists;
    this.inUse = inUse;
  }

  /** How this kind is configured. */
  abstract Configuration<?> configuration();

  static Optional<Kind> of(String path) {
    for (Kind kind : values()) {
      if (kind.path.equals(path)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  String path() {
    return path;
  }

  /** The member of a distribution's configuration that names one of this kind. */
  String referredBy() {
    return referredBy;
  }

  CloudFrontRefusal missing(String id) {
    return new CloudFrontRefusal(
        404, missing, "The specified %s does not exist: %s".formatted(path, id));
  }

  CloudFrontRefusal exists(String name) {
    return new CloudFrontRefusal(
        409, exists, "A %s with the name %s already exists in this account".formatted(path, name));
  }

  CloudFrontRefusal inUse(String id) {
    return new CloudFrontRefusal(
        409, inUse, "The %s %s is attached to a distribution".formatted(path, id));
  }

  /**
   * The model of a kind's configuration.
   *
   * @param model its class
   * @param builder makes its builders
   */
  record Configuration<T extends SdkPojo>(Class<T> model, Supplier<? extends SdkPojo> builder) {
    T read(Element element) {
      return Shape.of(model, builder).from(ModelXml.json(element, builder.get()));
    }

    ObjectNode json(SdkPojo config) {
      return Shape.of(model, builder).json(config);
    }
  }
}
