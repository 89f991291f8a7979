package com.harena.allinone.stack;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Validations;
import software.constructs.IConstruct;

/** The CDK's findings that are as they should be, each with its reason. */
final class Acknowledged {
  private Acknowledged() {}

  /** The checker knows literal AMI ids only; EC2 resolves a parameter's name at each launch. */
  static void imageResolvedAtLaunch(IConstruct launchTemplate) {
    acknowledge(
        launchTemplate,
        "CloudFormation-Validate::E1152",
        "resolve:ssm: lets EC2 look up the image at launch, so no deploy replaces the instance for it");
  }

  /** A volume lives in one zone for good. */
  static void namedZone(IConstruct zoned) {
    acknowledge(
        zoned,
        "CloudFormation-Validate::W3010",
        "the data volume lives in this zone for good, and subnet and instance with it");
  }

  /** The root is a page, so nothing can be listed. */
  static void listingForMissingObjects(IConstruct distribution) {
    acknowledge(
        distribution,
        "@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
        "a missing object is then a 404; a default root object is set, so nothing is listed");
  }

  private static void acknowledge(IConstruct construct, String id, String reason) {
    Validations.of(construct).acknowledge(Acknowledgment.builder().id(id).reason(reason).build());
  }
}
