package com.harena.allinone.constructs.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.edge.OriginIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

class VpcOriginAccessTest {
  private static final String ORIGIN = "AWS::CloudFront::VpcOrigin";
  private static final OriginIdentity IDENTITY = EdgeStack.identity("1a2b3c4d");
  private static Template template;

  @BeforeAll
  static void synthesize() {
    EdgeStack edge = new EdgeStack();
    template = edge.with(edge.byVpc(IDENTITY));
  }

  @Test
  void reachesTheInstanceInsideItsVpcOnThePortOverHttp() {
    template.hasResourceProperties(
        ORIGIN,
        Map.of(
            "VpcOriginEndpointConfig",
            Map.of(
                "Name",
                IDENTITY.name(),
                "HTTPPort",
                8001,
                "OriginProtocolPolicy",
                "http-only",
                "Arn",
                Map.of(
                    "Fn::Join", List.of("", Match.arrayWith(List.of(Map.of("Ref", "Instance")))))),
            "Tags",
            List.of(Map.of("Key", "allinone:deployment", "Value", "harena-production"))));
    template.hasResourceProperties(
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
                                Map.of("Fn::GetAtt", List.of("Instance", "PrivateDnsName")),
                                "VpcOriginConfig",
                                Map.of(
                                    "VpcOriginId",
                                    Map.of("Fn::GetAtt", List.of(originId(template), "Id")),
                                    "OriginReadTimeout",
                                    60))))))));
  }

  private static String originId(Template of) {
    return of.findResources(ORIGIN).keySet().iterator().next();
  }

  @Test
  void carriesItsSuffixInLogicalIdAndName() {
    assertThat(originId(template)).startsWith("OriginVpcOrigin" + IDENTITY.suffix());
    EdgeStack other = new EdgeStack();
    OriginIdentity changed = EdgeStack.identity("ffffffff");
    Template replaced = other.with(other.byVpc(changed));
    assertThat(originId(replaced)).isNotEqualTo(originId(template)).contains(changed.suffix());
  }

  @Test
  void isMadeAfterTheGate() {
    assertThat(SiteDistributionTest.dependencies(template, ORIGIN)).contains("Gate");
  }

  @Test
  void asksForCloudFrontsGroupAnewForEachOrigin() {
    template.hasResourceProperties(
        "Custom::OriginGroup",
        Map.of(
            "OriginId",
            Map.of("Fn::GetAtt", List.of(originId(template), "Id")),
            "VpcId",
            Map.of("Ref", "Vpc"),
            "GroupName",
            "CloudFront-VPCOrigins-Service-SG",
            "ServiceTimeout",
            660));
  }

  @Test
  void admitsOnlyThatGroupByARuleThatStandsByItself() {
    template.hasResourceProperties(
        "AWS::EC2::SecurityGroupIngress",
        Map.of(
            "SourceSecurityGroupId",
            Map.of("Fn::GetAtt", List.of(Match.stringLikeRegexp("^OriginGroup"), "GroupId")),
            "SourcePrefixListId",
            Match.absent(),
            "CidrIp",
            Match.absent(),
            "FromPort",
            8001,
            "ToPort",
            8001,
            "IpProtocol",
            "tcp",
            "Description",
            Match.stringLikeRegexp(EdgeStack.RULE_DESCRIPTION)));
    template.hasResourceProperties(
        "AWS::EC2::SecurityGroup", Map.of("SecurityGroupIngress", Match.absent()));
    template.resourceCountIs("AWS::EC2::EIP", 0);
  }
}
