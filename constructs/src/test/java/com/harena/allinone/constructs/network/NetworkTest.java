package com.harena.allinone.constructs.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.constructs.testing.MachineTemplate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetworkTest {
  private static MachineTemplate machine;

  @BeforeAll
  static void synthesize() {
    machine = MachineTemplate.ofBlueprint();
  }

  @Test
  void hasOnePublicSubnetInTheBlueprintsZoneAndNoNat() {
    JsonNode subnet = machine.only("AWS::EC2::Subnet").path("Properties");
    assertThat(subnet.path("AvailabilityZone").asText()).isEqualTo("eu-west-1a");
    assertThat(subnet.path("MapPublicIpOnLaunch").asBoolean()).isTrue();
    assertThat(machine.ids("AWS::EC2::NatGateway")).isEmpty();
    assertThat(machine.ids("AWS::EC2::EIP")).isEmpty();
  }

  @Test
  void createOnlyPropertiesAreThoseOfTheIdentity() {
    JsonNode vpc = machine.only("AWS::EC2::VPC").path("Properties");
    JsonNode subnet = machine.only("AWS::EC2::Subnet").path("Properties");
    JsonNode group = machine.only("AWS::EC2::SecurityGroup").path("Properties");
    assertThat(vpc.path("CidrBlock").asText()).isEqualTo(machine.identity().network().vpcBlock());
    assertThat(vpc.path("InstanceTenancy").asText()).isEqualTo("default");
    assertThat(subnet.path("CidrBlock").asText())
        .isEqualTo(machine.identity().network().subnetBlock());
    assertThat(group.path("GroupDescription").asText())
        .isEqualTo(machine.identity().network().groupDescription());
    assertThat(group.has("GroupName")).isFalse();
  }

  @Test
  void routesToTheInternetAndReachesS3ThroughItsGatewayEndpoint() {
    JsonNode route = machine.only("AWS::EC2::Route");
    assertThat(route.path("Properties").path("DestinationCidrBlock").asText())
        .isEqualTo("0.0.0.0/0");
    assertThat(machine.before(machine.onlyId("AWS::EC2::Route")))
        .contains(machine.onlyId("AWS::EC2::VPCGatewayAttachment"));
    JsonNode endpoint = machine.only("AWS::EC2::VPCEndpoint").path("Properties");
    assertThat(endpoint.path("VpcEndpointType").asText()).isEqualTo("Gateway");
    assertThat(endpoint.path("ServiceName").toString()).contains("AWS::Region", ".s3");
  }

  @Test
  void securityGroupAdmitsNothing() {
    JsonNode group = machine.only("AWS::EC2::SecurityGroup").path("Properties");
    assertThat(group.has("SecurityGroupIngress")).isFalse();
    assertThat(machine.ids("AWS::EC2::SecurityGroupIngress")).isEmpty();
    assertThat(group.path("SecurityGroupEgress")).hasSize(1);
  }

  @Test
  void everythingThatConsolesListIsNamed() {
    for (String type : List.of("VPC", "Subnet", "InternetGateway", "RouteTable", "VPCEndpoint")) {
      assertThat(machine.only("AWS::EC2::" + type).path("Properties").path("Tags").toString())
          .contains("{\"Key\":\"Name\",\"Value\":\"harena-production\"}");
    }
  }

  @Test
  void clearsTheSubnetAfterTheInstanceIsGoneAndBeforeTheSubnetGoes() {
    String leftovers = machine.onlyId("Custom::CloudFrontLeftovers");
    assertThat(machine.before(machine.onlyId("AWS::EC2::Instance"))).contains(leftovers);
    assertThat(machine.before(leftovers))
        .contains(machine.onlyId("AWS::EC2::Subnet"), machine.onlyId("AWS::EC2::VPC"))
        .doesNotContain(machine.onlyId("AWS::EC2::Instance"));
    assertThat(machine.resource(leftovers).path("Properties").path("ServiceTimeout").asInt())
        .isEqualTo(960);
  }
}
