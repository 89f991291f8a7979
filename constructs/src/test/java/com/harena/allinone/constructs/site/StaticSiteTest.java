package com.harena.allinone.constructs.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudfront.Distribution;

class StaticSiteTest {
  private static Template template;

  @BeforeAll
  static void synthesize() {
    Stack stack = new Stack(new App(), "Stack");
    StaticSite site =
        new StaticSite(stack, "Site", StaticSiteProps.builder().description("harena").build());
    Distribution.Builder.create(stack, "Edge").defaultBehavior(site.pages()).build();
    template = Template.fromStack(stack);
  }

  @Test
  void theBucketIsPrivateEncryptedVersionedAndKept() {
    template.hasResource(
        "AWS::S3::Bucket",
        Map.of(
            "DeletionPolicy",
            "Retain",
            "UpdateReplacePolicy",
            "Retain",
            "Properties",
            Map.of(
                "PublicAccessBlockConfiguration",
                Map.of(
                    "BlockPublicAcls",
                    true,
                    "BlockPublicPolicy",
                    true,
                    "IgnorePublicAcls",
                    true,
                    "RestrictPublicBuckets",
                    true),
                "BucketEncryption",
                Match.anyValue(),
                "VersioningConfiguration",
                Map.of("Status", "Enabled"),
                "WebsiteConfiguration",
                Match.absent(),
                "LifecycleConfiguration",
                Map.of(
                    "Rules",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "NoncurrentVersionExpiration", Map.of("NoncurrentDays", 30))))))));
  }

  @Test
  void onlyThisDistributionReadsItAndOnlyOverTls() {
    template.hasResourceProperties(
        "AWS::S3::BucketPolicy",
        Map.of(
            "PolicyDocument",
            Map.of(
                "Statement",
                List.of(
                    Match.objectLike(
                        Map.of(
                            "Effect",
                            "Deny",
                            "Action",
                            "s3:*",
                            "Condition",
                            Map.of("Bool", Map.of("aws:SecureTransport", "false")))),
                    readAndList()))));
  }

  private static Object readAndList() {
    return Match.objectLike(
        Map.of(
            "Effect",
            "Allow",
            "Action",
            List.of("s3:GetObject", "s3:ListBucket"),
            "Principal",
            Map.of("Service", "cloudfront.amazonaws.com"),
            "Condition",
            Map.of("StringEquals", Map.of("AWS:SourceArn", Match.anyValue()))));
  }

  /**
   * S3 answers 404 for a missing object only to whoever may list the bucket, else 403; with 404
   * from the start there is no error to map to a page.
   */
  @Test
  void defect18AMissingObjectIs404AndNeverThePageIndexHtml() {
    template.hasResourceProperties(
        "AWS::S3::BucketPolicy",
        Map.of("PolicyDocument", Map.of("Statement", Match.arrayWith(List.of(readAndList())))));
    template.hasResourceProperties(
        "AWS::CloudFront::Distribution",
        Map.of("DistributionConfig", Map.of("CustomErrorResponses", Match.absent())));
  }

  @Test
  void pagesAreFoundByAPublishedFunction() {
    template.hasResourceProperties(
        "AWS::CloudFront::Function",
        Map.of(
            "AutoPublish",
            true,
            "FunctionCode",
            Match.stringLikeRegexp("index.html"),
            "FunctionConfig",
            Map.of("Runtime", "cloudfront-js-2.0", "Comment", Match.stringLikeRegexp("^harena"))));
    template.hasResourceProperties(
        "AWS::CloudFront::Distribution",
        Map.of(
            "DistributionConfig",
            Map.of(
                "DefaultCacheBehavior",
                Map.of(
                    "ViewerProtocolPolicy",
                    "redirect-to-https",
                    "Compress",
                    true,
                    "FunctionAssociations",
                    List.of(Match.objectLike(Map.of("EventType", "viewer-request")))))));
  }

  @Test
  void sendsSecurityHeadersAndLetsTheApplicationKnowBetter() {
    template.hasResourceProperties(
        "AWS::CloudFront::ResponseHeadersPolicy",
        Map.of(
            "ResponseHeadersPolicyConfig",
            Map.of(
                "SecurityHeadersConfig",
                Map.of(
                    "StrictTransportSecurity",
                    Map.of(
                        "AccessControlMaxAgeSec",
                        31536000,
                        "IncludeSubdomains",
                        false,
                        "Override",
                        true),
                    "ContentTypeOptions",
                    Map.of("Override", true),
                    "FrameOptions",
                    Map.of("FrameOption", "DENY", "Override", false),
                    "ReferrerPolicy",
                    Map.of("ReferrerPolicy", "strict-origin-when-cross-origin", "Override", false),
                    "ContentSecurityPolicy",
                    Map.of(
                        "ContentSecurityPolicy",
                        "frame-ancestors 'none'; base-uri 'self'; object-src 'none';"
                            + " upgrade-insecure-requests",
                        "Override",
                        false)))));
  }

  @Test
  void accessIsSignedAlways() {
    template.hasResourceProperties(
        "AWS::CloudFront::OriginAccessControl",
        Map.of(
            "OriginAccessControlConfig",
            Map.of("SigningBehavior", "always", "OriginAccessControlOriginType", "s3")));
  }

  @Test
  void statesItsDefaultsOnceAndTakesOthers() {
    StaticSiteProps defaults = StaticSiteProps.builder().description("x").build();
    assertThat(defaults.strictTransport()).isEqualTo(Duration.ofDays(365));
    assertThat(defaults.oldVersions()).isEqualTo(30);
    StaticSiteProps others =
        StaticSiteProps.builder()
            .description("x")
            .contentSecurityPolicy("default-src 'self'")
            .strictTransport(Duration.ofDays(1))
            .oldVersions(7)
            .build();
    assertThat(others)
        .isEqualTo(new StaticSiteProps("x", "default-src 'self'", Duration.ofDays(1), 7));
    assertThatThrownBy(() -> StaticSiteProps.builder().description("x").oldVersions(0).build())
        .hasMessageContaining("0 days");
  }
}
