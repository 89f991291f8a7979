package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VpcOriginAccessTest {
  private static final String ORIGIN = LogicalId.of("Edge", "VpcOriginAccess", "VpcOrigin4820d6da");
  private static final String GROUP = LogicalId.of("Edge", "VpcOriginAccess", "Group", "Default");
  private static final String RULE = LogicalId.of("Edge", "VpcOriginAccess", "Ingress");

  private static Recording recording;

  @BeforeAll
  static void makeTheEdge() {
    recording = EdgeProgram.edge(Sample.blueprint());
  }

  @Test
  void namesTheOriginByItsSuffixAndPointsItAtTheInstance() {
    Registered origin = recording.resource(ORIGIN);

    assertThat(origin.inputs().get("vpcOriginEndpointConfig"))
        .isEqualTo(
            Map.of(
                "name",
                "allinone-4820d6da",
                "arn",
                "arn:aws:test:eu-west-3:123456789012:ref:instance",
                "httpPort",
                8001.0,
                "httpsPort",
                443.0,
                "originProtocolPolicy",
                "http-only",
                "originSslProtocols",
                Map.of("items", java.util.List.of("TLSv1.2"), "quantity", 1.0)));
    assertThat(origin.madeAfter()).containsExactly(EdgeProgram.GATE);
  }

  @Test
  void anotherPortIsAnotherOriginWithAnotherName() {
    Recording changed = EdgeProgram.edge(Sample.blueprint("port: 8001", "port: 8002"));

    assertThat(changed.all()).extracting(Registered::name).doesNotContain(ORIGIN);
    assertThat(changed.all())
        .filteredOn(resource -> resource.type().equals("aws:cloudfront/vpcOrigin:VpcOrigin"))
        .singleElement()
        .satisfies(
            resource ->
                assertThat(resource.inputs().toString())
                    .contains("httpPort=8002.0", "name=allinone-")
                    .doesNotContain("4820d6da"));
  }

  @Test
  void looksForCloudFrontsGroupForEachOriginAnew() {
    Registered group = recording.resource(GROUP);

    assertThat(group.inputs().get("triggers")).isEqualTo(Map.of("id", "ref:" + ORIGIN));
    assertThat(group.text("input"))
        .contains(
            "\"VpcId\":\"ref:" + LogicalId.of("Network", "Vpc") + "\"",
            "\"GroupName\":\"CloudFront-VPCOrigins-Service-SG\"");
    assertThat(group.options().getReplaceOnChanges()).containsExactly("triggers");
  }

  @Test
  void admitsThatGroupAndNobodyElse() {
    assertThat(recording.resource(RULE).inputs())
        .isEqualTo(
            Map.of(
                "description",
                "CloudFront to the backend, by its VPC origins",
                "securityGroupId",
                "ref:" + LogicalId.of("Network", "InstanceGroup"),
                "referencedSecurityGroupId",
                "ref:" + GROUP + ".GroupId",
                "ipProtocol",
                "tcp",
                "fromPort",
                8001.0,
                "toPort",
                8001.0));
  }
}
