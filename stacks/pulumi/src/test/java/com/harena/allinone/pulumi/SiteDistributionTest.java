package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SiteDistributionTest {
  private static final String DISTRIBUTION =
      LogicalId.of("Edge", "Distribution", "Default", "Resource");
  private static final String CERTIFICATE =
      "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

  private static Recording recording;
  private static Map<String, Object> inputs;

  @BeforeAll
  static void makeTheEdge() {
    recording = EdgeProgram.edge(Sample.blueprint());
    inputs = recording.resource(DISTRIBUTION).inputs();
  }

  @Test
  void comesAfterTheSleepPageAndWhateverOpensTheWay() {
    assertThat(recording.resource(DISTRIBUTION).madeAfter())
        .containsExactlyInAnyOrder(
            LogicalId.of("Edge", "SleepPage", "Copy", "Default"),
            LogicalId.of("Edge", "VpcOriginAccess", "VpcOrigin4820d6da"),
            LogicalId.of("Edge", "VpcOriginAccess", "Group", "Default"),
            LogicalId.of("Edge", "VpcOriginAccess", "Ingress"));
    assertThat(EdgeProgram.edge(EdgeProgram.byAddress()).resource(DISTRIBUTION).madeAfter())
        .containsExactlyInAnyOrder(
            LogicalId.of("Edge", "SleepPage", "Copy", "Default"),
            LogicalId.of("Edge", "AddressOriginAccess", "Address"),
            LogicalId.of("Edge", "AddressOriginAccess", "Association"),
            LogicalId.of("Edge", "AddressOriginAccess", "CloudFront", "Default"),
            LogicalId.of("Edge", "AddressOriginAccess", "Ingress"));
  }

  @Test
  void servesTheSiteFromItsBucketAndTheRestFromTheInstance() {
    assertThat(inputs.get("origins"))
        .isEqualTo(
            List.of(
                Map.of(
                    "originId", "harenaproductionEdgeDistributionOrigin13F6A8B07",
                    "domainName",
                        "ref:"
                            + LogicalId.of("Edge", "Site", "Bucket", "Resource")
                            + ".bucketRegionalDomainName",
                    "originAccessControlId",
                        "ref:" + LogicalId.of("Edge", "Site", "Access", "Resource")),
                Map.of(
                    "originId",
                    "harenaproductionEdgeDistributionOrigin2F2C7BE7D",
                    "domainName",
                    "ref:instance.privateDns",
                    "connectionAttempts",
                    1.0,
                    "connectionTimeout",
                    3.0,
                    "vpcOriginConfig",
                    Map.of(
                        "vpcOriginId",
                        "ref:" + LogicalId.of("Edge", "VpcOriginAccess", "VpcOrigin4820d6da"),
                        "originReadTimeout",
                        60.0))));
  }

  @Test
  void cachesPagesAndNothingElse() {
    assertThat(((Map<?, ?>) inputs.get("defaultCacheBehavior")).get("cachePolicyId"))
        .isEqualTo(ManagedPolicies.CACHING_OPTIMIZED);
    assertThat((List<?>) inputs.get("orderedCacheBehaviors"))
        .map(behavior -> ((Map<?, ?>) behavior).get("pathPattern"))
        .isEqualTo(List.of("/_allinone/*", "/api/*"));
    assertThat((List<?>) inputs.get("orderedCacheBehaviors"))
        .map(behavior -> ((Map<?, ?>) behavior).get("cachePolicyId"))
        .isEqualTo(List.of(ManagedPolicies.CACHING_DISABLED, ManagedPolicies.CACHING_DISABLED));
  }

  @Test
  void refusesPlainHttpToTheApiAndPassesEveryMethod() {
    Map<?, ?> api = (Map<?, ?>) ((List<?>) inputs.get("orderedCacheBehaviors")).get(1);

    assertThat(api.get("viewerProtocolPolicy")).isEqualTo("https-only");
    assertThat((List<?>) api.get("allowedMethods")).hasSize(7);
    assertThat(api.get("originRequestPolicyId"))
        .isEqualTo(ManagedPolicies.ALL_VIEWER_EXCEPT_HOST_HEADER);
  }

  @Test
  void showsTheSleepPageInPlaceOfNoAnswerOnly() {
    assertThat((List<?>) inputs.get("customErrorResponses"))
        .hasSize(2)
        .map(Object::toString)
        .allSatisfy(
            text ->
                assertThat(text)
                    .contains(
                        "responseCode=503.0",
                        "errorCachingMinTtl=0.0",
                        "responsePagePath=/_allinone/sleep.html"))
        .satisfiesExactly(
            first -> assertThat(first).contains("errorCode=502.0"),
            second -> assertThat(second).contains("errorCode=504.0"));
  }

  @Test
  void bearsADomainWithItsCertificate() {
    Registered named =
        EdgeProgram.edge(
                Sample.blueprint(
                    "site: {}", "site:\n  domain: www.example.org\n  certificate: " + CERTIFICATE))
            .resource(DISTRIBUTION);

    assertThat(named.inputs().get("aliases")).isEqualTo(List.of("www.example.org"));
    assertThat(named.inputs().get("viewerCertificate"))
        .isEqualTo(
            Map.of(
                "acmCertificateArn", CERTIFICATE,
                "sslSupportMethod", "sni-only",
                "minimumProtocolVersion", "TLSv1.2_2021"));
    assertThat(inputs).doesNotContainKey("aliases");
    assertThat(inputs.get("viewerCertificate"))
        .isEqualTo(Map.of("cloudfrontDefaultCertificate", true));
  }
}
