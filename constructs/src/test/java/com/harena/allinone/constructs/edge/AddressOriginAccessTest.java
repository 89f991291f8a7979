package com.harena.allinone.constructs.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class AddressOriginAccessTest {
  private static Template template;

  @BeforeAll
  static void synthesize() {
    EdgeStack edge = new EdgeStack();
    template = edge.with(edge.byAddress("eu-west-1"));
  }

  @Test
  void theAddressMovesToTheInstanceAfterTheGate() {
    template.hasResourceProperties(
        "AWS::EC2::EIPAssociation",
        Map.of(
            "InstanceId",
            Map.of("Ref", "Instance"),
            "AllocationId",
            Map.of(
                "Fn::GetAtt", List.of(Match.stringLikeRegexp("^OriginAddress"), "AllocationId"))));
    assertThat(SiteDistributionTest.dependencies(template, "AWS::EC2::EIPAssociation"))
        .contains("Gate");
    template.hasResourceProperties(
        "AWS::EC2::EIP",
        Map.of("Tags", List.of(Map.of("Key", "Name", "Value", "harena-production"))));
  }

  @Test
  void cloudFrontSendsTheSecretToTheAddressesName() {
    hasOrigin(template, ".eu-west-1.compute.amazonaws.com");
  }

  @Test
  void usEast1HasAnotherName() {
    EdgeStack edge = new EdgeStack();
    hasOrigin(edge.with(edge.byAddress("us-east-1")), ".compute-1.amazonaws.com");
  }

  private static void hasOrigin(Template of, String domain) {
    of.hasResourceProperties(
        "AWS::CloudFront::Distribution",
        Map.of(
            "DistributionConfig",
            Map.of(
                "Origins",
                Match.arrayWith(
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "DomainName",
                                Map.of(
                                    "Fn::Join",
                                    List.of(
                                        "",
                                        List.of(
                                            "ec2-",
                                            Map.of(
                                                "Fn::Join",
                                                List.of(
                                                    "-", Map.of("Fn::Split", Match.anyValue()))),
                                            domain))),
                                "CustomOriginConfig",
                                Map.of(
                                    "HTTPPort",
                                    8001,
                                    "OriginProtocolPolicy",
                                    "http-only",
                                    "OriginReadTimeout",
                                    60),
                                "ConnectionAttempts",
                                1,
                                "OriginCustomHeaders",
                                List.of(
                                    Map.of(
                                        "HeaderName",
                                        "X-Allinone-Origin",
                                        "HeaderValue",
                                        Map.of(
                                            "Fn::GetAtt",
                                            List.of(
                                                Match.stringLikeRegexp("^Secret"),
                                                "Value")))))))))));
  }

  @Test
  void admitsCloudFrontsAddressesOnThePort() {
    template.hasResourceProperties(
        "Custom::PrefixList",
        Map.of("PrefixListName", "com.amazonaws.global.cloudfront.origin-facing"));
    template.hasResourceProperties(
        "AWS::EC2::SecurityGroupIngress",
        Map.of(
            "SourcePrefixListId",
            Map.of("Fn::GetAtt", List.of(Match.anyValue(), "PrefixListId")),
            "CidrIp",
            Match.absent(),
            "FromPort",
            8001,
            "ToPort",
            8001,
            "Description",
            Match.stringLikeRegexp(EdgeStack.RULE_DESCRIPTION)));
    template.resourceCountIs("AWS::CloudFront::VpcOrigin", 0);
  }

  @Test
  void theSecretIsMadeInParameterStoreAndStandsNowhereInTheTemplate() {
    template.hasResourceProperties(
        "Custom::OriginSecret",
        Map.of("Name", "/allinone/harena-production/secrets/ORIGIN_SECRET"));
    assertThat(template.findResources("AWS::IAM::Role").values().toString())
        .contains("ssm:GetParameter, ssm:PutParameter")
        .contains(":parameter/allinone/harena-production/secrets/ORIGIN_SECRET")
        .doesNotContain("ssm:*", "ssm:DeleteParameter");
    template.resourceCountIs("AWS::SecretsManager::Secret", 0);
  }

  @Test
  void refusesAnUnknownRegionAndAHeaderOfCloudFrontsOwn() {
    EdgeStack edge = new EdgeStack();
    AddressOriginAccessProps.Builder props = edge.address("eu-west-1");
    assertThatThrownBy(() -> props.region("${AWS::Region}").build())
        .hasMessageContaining("'${AWS::Region}'");
    OriginSecret secret = new OriginSecret(edge.stack, "Other", "/x/secrets/OTHER");
    assertThatThrownBy(() -> props.region("eu-west-1").secret("X-Edge-Key", secret).build())
        .hasMessageContaining("'X-Edge-Key'");
    assertThatThrownBy(() -> new OriginSecret(edge.stack, "Bad", "no-slash"))
        .hasMessageContaining("'no-slash'");
  }
}
