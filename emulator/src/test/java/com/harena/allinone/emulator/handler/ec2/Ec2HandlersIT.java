package com.harena.allinone.emulator.handler.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.machine.LocalWorld;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ec2HandlersIT {
  @TempDir static Path folder;

  /** What moto does not tell: it drops the description of a rule that admits no address range. */
  private static final Set<String> UNTOLD = Set.of("SecurityGroupIngress.Description");

  private static LocalWorld world;
  private static Map<String, ResourceHandler> handlers;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 200);
    handlers =
        Ec2Handlers.all(world.ec2()).stream()
            .collect(Collectors.toMap(ResourceHandler::type, handler -> handler));
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void aWholeNetworkIsMadeReadBackAndRemovedInReverse() {
    Made vpc =
        make(
            "VPC",
            "{'CidrBlock':'10.91.0.0/24','EnableDnsHostnames':true,'EnableDnsSupport':true,'InstanceTenancy':'default','Tags':[{'Key':'Name','Value':'a'}]}");
    assertThat(vpc.attribute("DefaultSecurityGroup")).startsWith("sg-");
    Made gateway = make("InternetGateway", "{'Tags':[{'Key':'Name','Value':'a'}]}");
    Made link =
        make(
            "VPCGatewayAttachment",
            "{'InternetGatewayId':'%s','VpcId':'%s'}".formatted(gateway.id(), vpc.id()));
    Made subnet =
        make(
            "Subnet",
            "{'AvailabilityZone':'eu-west-1a','CidrBlock':'10.91.0.0/25','MapPublicIpOnLaunch':true,'VpcId':'%s'}"
                .formatted(vpc.id()));
    Made table = make("RouteTable", "{'VpcId':'%s'}".formatted(vpc.id()));
    Made route =
        make(
            "Route",
            "{'DestinationCidrBlock':'0.0.0.0/0','GatewayId':'%s','RouteTableId':'%s'}"
                .formatted(gateway.id(), table.id()));
    Made routes =
        make(
            "SubnetRouteTableAssociation",
            "{'RouteTableId':'%s','SubnetId':'%s'}".formatted(table.id(), subnet.id()));
    Made endpoint =
        make(
            "VPCEndpoint",
            "{'RouteTableIds':['%s'],'ServiceName':'com.amazonaws.eu-west-1.s3','VpcEndpointType':'Gateway','VpcId':'%s'}"
                .formatted(table.id(), vpc.id()));
    assertThatThrownBy(vpc::delete)
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("has dependencies and cannot be deleted")
        .hasMessageContaining("DependencyViolation");
    for (Made made : new Made[] {endpoint, routes, route, table, subnet, link, gateway, vpc}) {
      made.delete();
      assertThat(made.read()).as(made.request().type()).isEmpty();
      made.delete();
    }
  }

  @Test
  void groupsHaveTheirRulesAndARuleMayComeFromAGroupOrAPrefixList() {
    Made vpc = make("VPC", "{'CidrBlock':'10.92.0.0/24'}");
    Made group =
        make(
            "SecurityGroup",
            "{'GroupDescription':'d','VpcId':'%s','SecurityGroupEgress':[{'CidrIp':'0.0.0.0/0','Description':'out','IpProtocol':'-1'}]}"
                .formatted(vpc.id()));
    Made other = make("SecurityGroup", "{'GroupDescription':'e','VpcId':'%s'}".formatted(vpc.id()));
    Made fromGroup =
        make(
            "SecurityGroupIngress",
            "{'Description':'w','FromPort':8001,'GroupId':'%s','IpProtocol':'tcp','SourceSecurityGroupId':'%s','ToPort':8001}"
                .formatted(group.id(), other.id()));
    String list =
        world.ec2().describeManagedPrefixLists(c -> {}).prefixLists().stream()
            .filter(one -> one.prefixListName().contains("cloudfront.origin-facing"))
            .findFirst()
            .orElseThrow()
            .prefixListId();
    Made fromList =
        make(
            "SecurityGroupIngress",
            "{'Description':'w','FromPort':8002,'GroupId':'%s','IpProtocol':'tcp','SourcePrefixListId':'%s','ToPort':8002}"
                .formatted(group.id(), list));
    assertThatThrownBy(other::delete).hasMessageContaining("DependencyViolation");
    for (Made made : new Made[] {fromList, fromGroup, other, group, vpc}) {
      made.delete();
      assertThat(made.read()).as(made.request().type()).isEmpty();
    }
  }

  @Test
  void aVolumeGrowsInPlaceAndNeverShrinks() {
    Made volume =
        make(
            "Volume",
            "{'AvailabilityZone':'eu-west-1a','Encrypted':true,'Size':40,'Tags':[{'Key':'Name','Value':'data'}],'VolumeType':'gp3'}");
    Made grown =
        volume.update(
            "{'AvailabilityZone':'eu-west-1a','Encrypted':true,'Size':50,'VolumeType':'gp3'}");
    assertThat(grown.id()).isEqualTo(volume.id());
    assertThat(grown.read().orElseThrow().path("Size").asInt()).isEqualTo(50);
    assertThat(grown.read().orElseThrow().path("Tags").toString()).doesNotContain("data");
    assertThatThrownBy(
            () ->
                grown.update(
                    "{'AvailabilityZone':'eu-west-1a','Encrypted':true,'Size':40,'VolumeType':'gp3'}"))
        .hasMessageContaining("New size cannot be smaller than existing size");
    grown.delete();
    assertThat(grown.read()).isEmpty();
  }

  @Test
  void aLaunchTemplateTakesVersionsAndRefusesWhatALaunchWouldIgnore() {
    Made template = make("LaunchTemplate", "{'LaunchTemplateData':{'InstanceType':'t4g.small'}}");
    assertThat(template.attribute("LatestVersionNumber")).isEqualTo("1");
    Made second = template.update("{'LaunchTemplateData':{'InstanceType':'t4g.medium'}}");
    assertThat(second.attribute("LatestVersionNumber")).isEqualTo("2");
    assertThat(
            handlers
                .get("AWS::EC2::LaunchTemplate")
                .unsupported(
                    json("{'LaunchTemplateData':{'Placement':{'Tenancy':'host'}},'Other':1}")))
        .containsExactly("LaunchTemplateData.Placement", "Other");
    second.delete();
    assertThat(second.read()).isEmpty();
  }

  @Test
  void anAddressMovesWithItsAssociation() {
    Made network = make("VPC", "{'CidrBlock':'10.93.0.0/24'}");
    Made subnet =
        make(
            "Subnet",
            "{'AvailabilityZone':'eu-west-1a','CidrBlock':'10.93.0.0/25','VpcId':'%s'}"
                .formatted(network.id()));
    Made template =
        make(
            "LaunchTemplate",
            "{'LaunchTemplateData':{'InstanceType':'t4g.small','ImageId':'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64','TagSpecifications':[{'ResourceType':'instance','Tags':[{'Key':'Name','Value':'n'}]}]}}");
    Made instance =
        make(
            "Instance",
            "{'LaunchTemplate':{'LaunchTemplateId':'%s','Version':'1'},'SubnetId':'%s'}"
                .formatted(template.id(), subnet.id()),
            false);
    assertThat(world.instance(instance.id()).tags()).anyMatch(tag -> tag.value().equals("n"));
    assertThat(world.instance(instance.id()).tags()).anyMatch(tag -> tag.key().equals("owner"));
    Made address = make("EIP", "{'Domain':'vpc','Tags':[{'Key':'Name','Value':'x'}]}");
    assertThat(address.physical().reference()).isEqualTo(address.attribute("PublicIp"));
    Made association =
        make(
            "EIPAssociation",
            "{'AllocationId':'%s','InstanceId':'%s'}"
                .formatted(address.attribute("AllocationId"), instance.id()));
    association.delete();
    assertThat(association.read()).isEmpty();
    address.delete();
    assertThat(address.read()).isEmpty();
    assertThatThrownBy(subnet::delete).hasMessageContaining("DependencyViolation");
    for (Made made : new Made[] {instance, template, subnet, network}) {
      made.delete();
      assertThat(made.read()).as(made.request().type()).isEmpty();
    }
  }

  private static Made make(String type, String properties) {
    return make(type, properties, true);
  }

  private static Made make(String type, String properties, boolean compared) {
    ResourceRequest request =
        LocalWorld.request("AWS::EC2::" + type, properties.replace('\'', '"'));
    ResourceHandler handler = handlers.get(request.type());
    assertThat(handler.unsupported(request.properties())).isEmpty();
    Made made = new Made(handler, request, handler.create(request));
    ObjectNode read = made.read().orElseThrow();
    if (compared) {
      for (Map.Entry<String, JsonNode> property : request.properties().properties()) {
        JsonNode found = read.path(property.getKey());
        if (property.getKey().equals("Tags")) {
          property.getValue().forEach(tag -> assertThat(found).as(type).contains(tag));
        } else if (!UNTOLD.contains(type + "." + property.getKey())) {
          assertThat(found).as(type + "." + property.getKey()).isEqualTo(property.getValue());
        }
      }
    }
    return made;
  }

  private static ObjectNode json(String text) {
    return LocalWorld.json(text.replace('\'', '"'));
  }

  private record Made(ResourceHandler handler, ResourceRequest request, Physical physical) {
    String id() {
      return physical.id();
    }

    String attribute(String name) {
      return physical.attributes().path(name).asText();
    }

    java.util.Optional<ObjectNode> read() {
      return handler.read(request, physical);
    }

    Made update(String properties) {
      ResourceRequest next = LocalWorld.request(request.type(), properties.replace('\'', '"'));
      return new Made(handler, next, handler.update(next, physical, request.properties()));
    }

    void delete() {
      handler.delete(request, physical);
    }
  }
}
