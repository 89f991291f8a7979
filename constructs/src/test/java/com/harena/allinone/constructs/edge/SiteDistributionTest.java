package com.harena.allinone.constructs.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.cloudfront.PriceClass;

class SiteDistributionTest {
  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";

  // AWS's managed policies, by their ids in the CloudFront developer guide.
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String ALL_VIEWER_EXCEPT_HOST_HEADER =
      "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  private static Template template;

  @BeforeAll
  static void synthesize() {
    EdgeStack edge = new EdgeStack();
    template = edge.with(edge.byVpc(EdgeStack.identity("1a2b3c4d")));
  }

  private static void hasConfiguration(Map<String, ?> expected) {
    template.hasResourceProperties(DISTRIBUTION, Map.of("DistributionConfig", expected));
  }

  @Test
  void sendsTheApiToTheInstanceWithEveryMethodAndNoCache() {
    hasConfiguration(
        Map.of(
            "CacheBehaviors",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of(
                            "PathPattern",
                            "/api/*",
                            "AllowedMethods",
                            List.of("GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"),
                            "CachePolicyId",
                            CACHING_DISABLED,
                            "OriginRequestPolicyId",
                            ALL_VIEWER_EXCEPT_HOST_HEADER,
                            "ViewerProtocolPolicy",
                            "https-only",
                            "ResponseHeadersPolicyId",
                            Match.anyValue(),
                            "FunctionAssociations",
                            Match.absent()))))));
  }

  @Test
  void defect18NoErrorOfTheApiBecomesAPageButTheSleepPageOf502And504() {
    hasConfiguration(
        Map.of(
            "CustomErrorResponses",
            Match.exact(List.of(asleep(502), asleep(504))),
            "DefaultRootObject",
            "index.html"));
  }

  private static Map<String, Object> asleep(int status) {
    return Map.of(
        "ErrorCode",
        status,
        "ResponseCode",
        503,
        "ResponsePagePath",
        "/_allinone/sleep.html",
        "ErrorCachingMinTTL",
        0);
  }

  @Test
  void servesTheSleepPageFromTheSiteWithoutRoutingOrCache() {
    hasConfiguration(
        Map.of(
            "CacheBehaviors",
            Match.arrayWith(
                List.of(
                    Match.objectLike(
                        Map.of(
                            "PathPattern",
                            "/_allinone/*",
                            "CachePolicyId",
                            CACHING_DISABLED,
                            "FunctionAssociations",
                            Match.absent()))))));
    template.hasResourceProperties(
        "Custom::AssetCopy",
        Map.of(
            "Key",
            "_allinone/sleep.html",
            "ContentType",
            "text/html; charset=utf-8",
            "CacheControl",
            "no-store"));
  }

  @Test
  void triesOnceForThreeSeconds() {
    hasConfiguration(
        Map.of(
            "Origins",
            Match.arrayWith(
                List.of(
                    Match.objectLike(Map.of("ConnectionAttempts", 1, "ConnectionTimeout", 3))))));
  }

  @Test
  void speaksHttp2And3InTheCheapestLocations() {
    hasConfiguration(
        Map.of(
            "HttpVersion",
            "http2and3",
            "PriceClass",
            "PriceClass_100",
            "Enabled",
            true,
            "Comment",
            "harena-production"));
  }

  @Test
  void demandsTls12OfADomainAndUsesItsOwnNameWithout() {
    hasConfiguration(Map.of("ViewerCertificate", Match.absent(), "Aliases", Match.absent()));
    EdgeStack edge = new EdgeStack();
    edge.withDomain(edge.byVpc(EdgeStack.identity("1a2b3c4d")))
        .hasResourceProperties(
            DISTRIBUTION,
            Map.of(
                "DistributionConfig",
                Map.of(
                    "Aliases",
                    List.of("www.example.org"),
                    "ViewerCertificate",
                    Map.of(
                        "MinimumProtocolVersion",
                        "TLSv1.2_2021",
                        "SslSupportMethod",
                        "sni-only"))));
  }

  @Test
  void comesAfterTheWayToTheInstanceIsOpen() {
    assertThat(dependencies(template, DISTRIBUTION))
        .anyMatch(id -> id.startsWith("OriginIngress"))
        .anyMatch(id -> id.startsWith("OriginVpcOrigin"));
  }

  @SuppressWarnings("unchecked")
  static List<String> dependencies(Template template, String type) {
    Map<String, Object> resource = template.findResources(type).values().iterator().next();
    Object dependencies = resource.getOrDefault("DependsOn", List.of());
    return dependencies instanceof String one ? List.of(one) : (List<String>) dependencies;
  }

  @Test
  void refusesADomainWithoutCertificateAndOtherNonsense() {
    EdgeStack edge = new EdgeStack();
    InstanceOrigin origin = edge.byVpc(EdgeStack.identity("1a2b3c4d"));
    assertThatThrownBy(
            () ->
                new SiteDistributionProps(
                    "x",
                    edge.site,
                    origin,
                    Optional.of("www.example.org"),
                    Optional.empty(),
                    "/api/*",
                    PriceClass.PRICE_CLASS_100))
        .hasMessageContaining("www.example.org without a certificate");
    assertThatThrownBy(() -> edge.distribution(origin).apiPath("api").build())
        .hasMessageContaining("'api'");
    assertThatThrownBy(() -> edge.distribution(origin).description("x".repeat(129)).build())
        .hasMessageContaining("129 characters");
    SiteDistributionProps others =
        edge.distribution(origin).apiPath("/v1/*").priceClass(PriceClass.PRICE_CLASS_ALL).build();
    assertThat(others.apiPath()).isEqualTo("/v1/*");
    assertThat(others.priceClass()).isEqualTo(PriceClass.PRICE_CLASS_ALL);
  }
}
