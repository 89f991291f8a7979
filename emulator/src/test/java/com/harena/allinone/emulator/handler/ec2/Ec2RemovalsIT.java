package com.harena.allinone.emulator.handler.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.machine.LocalWorld;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the template no longer sets is as it is where no template ever set it. */
class Ec2RemovalsIT {
  @TempDir static Path folder;
  private static LocalWorld world;
  private static Map<String, ResourceHandler> handlers;
  private static String vpc;
  private static String table;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 200);
    handlers =
        Ec2Handlers.all(world.ec2()).stream()
            .collect(Collectors.toMap(ResourceHandler::type, handler -> handler));
    vpc = create("VPC", "{'CidrBlock':'10.95.0.0/16'}").id();
    table = create("RouteTable", "{'VpcId':'" + vpc + "'}").id();
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VPC | 'CidrBlock':'10.96.0.0/24' | 'EnableDnsHostnames':true",
        "VPC | 'CidrBlock':'10.96.0.0/24' | 'EnableDnsSupport':false",
        "VPC | 'CidrBlock':'10.96.0.0/24' | 'Tags':[{'Key':'Name','Value':'a'}]",
        "Subnet | 'VpcId':'@vpc','CidrBlock':'10.95.1.0/24','AvailabilityZone':'eu-west-1a' | 'MapPublicIpOnLaunch':true",
        "Subnet | 'VpcId':'@vpc','CidrBlock':'10.95.1.0/24','AvailabilityZone':'eu-west-1a' | 'Tags':[{'Key':'Name','Value':'a'}]",
        "InternetGateway | | 'Tags':[{'Key':'Name','Value':'a'}]",
        "RouteTable | 'VpcId':'@vpc' | 'Tags':[{'Key':'Name','Value':'a'}]",
        "SecurityGroup | 'VpcId':'@vpc','GroupDescription':'d','GroupName':'g' |"
            + " 'SecurityGroupEgress':[{'CidrIp':'127.0.0.1/32','IpProtocol':'tcp','FromPort':1,'ToPort':2}]",
        "SecurityGroup | 'VpcId':'@vpc','GroupDescription':'d','GroupName':'g' |"
            + " 'SecurityGroupIngress':[{'CidrIp':'10.0.0.0/8','IpProtocol':'tcp','FromPort':1,'ToPort':2}]",
        "SecurityGroup | 'VpcId':'@vpc','GroupDescription':'d','GroupName':'g' |"
            + " 'Tags':[{'Key':'Name','Value':'a'}]",
        "VPCEndpoint | 'VpcId':'@vpc','ServiceName':'com.amazonaws.eu-west-1.s3','VpcEndpointType':'Gateway'"
            + " | 'RouteTableIds':['@table']",
        "LaunchTemplate | 'LaunchTemplateData':{'InstanceType':'t4g.small'} | 'VersionDescription':'a'",
        "LaunchTemplate | 'LaunchTemplateData':{'InstanceType':'t4g.small'} |"
            + " 'LaunchTemplateData':{'InstanceType':'t4g.small','UserData':'YQ=='}",
        "Volume | 'AvailabilityZone':'eu-west-1a','Size':40 | 'VolumeType':'gp3'",
      })
  void isGone(String type, String basis, String property) {
    String without = "{" + (basis == null ? "" : basis) + "}";
    JsonNode never = told(type, without, null);
    JsonNode taken = told(type, both(basis, property), without);
    assertThat(taken).isEqualTo(never);
  }

  @Test
  void aVolumesSizeIsAskedFor() {
    ResourceRequest request =
        request("Volume", "{'AvailabilityZone':'eu-west-1a','Size':40,'VolumeType':'gp3'}");
    ResourceHandler handler = handlers.get(request.type());
    Physical volume = handler.create(request);
    ResourceRequest less =
        request("Volume", "{'AvailabilityZone':'eu-west-1a','VolumeType':'gp3'}");
    assertThatThrownBy(() -> handler.update(less, volume, request.properties()))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("must contain the parameter Size or SnapshotId");
    handler.delete(request, volume);
  }

  /** What is told of one that was made so, and then changed to be so; it is removed again. */
  private static JsonNode told(String type, String made, String changed) {
    ResourceRequest request = request(type, made);
    ResourceHandler handler = handlers.get(request.type());
    Physical physical = handler.create(request);
    ResourceRequest now = request;
    if (changed != null) {
      now = request(type, changed);
      physical = handler.update(now, physical, request.properties());
    }
    JsonNode told = handler.read(now, physical).orElseThrow();
    handler.delete(now, physical);
    return told;
  }

  /** The later value of a property that is given twice counts. */
  private static String both(String basis, String property) {
    return "{" + (basis == null ? "" : basis + ",") + property + "}";
  }

  private static Physical create(String type, String properties) {
    ResourceRequest request = request(type, properties);
    return handlers.get(request.type()).create(request);
  }

  private static ResourceRequest request(String type, String properties) {
    return LocalWorld.request(
        "AWS::EC2::" + type,
        properties.replace('\'', '"').replace("@vpc", "" + vpc).replace("@table", "" + table));
  }
}
