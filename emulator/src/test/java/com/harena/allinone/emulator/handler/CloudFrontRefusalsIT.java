package com.harena.allinone.emulator.handler;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.cloudfront.VpcOriginNetwork;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionNotDisabledException;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** What CloudFront refuses, and what its VPC origins leave behind. */
class CloudFrontRefusalsIT {
  private static final String ORIGIN = "AWS::CloudFront::VpcOrigin";
  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
  private static final String CONTROL = "AWS::CloudFront::OriginAccessControl";

  private final Bench bench = Bench.shared();
  private static Instance instance;
  private ResourceRequest request;
  private Physical origin;

  @BeforeEach
  void makeAnOrigin() {
    if (instance == null) {
      instance = bench.instance();
    }
    request = bench.request("Origin", ORIGIN, config("first", 8001, instance.instanceId()));
    origin = bench.make(request);
  }

  @AfterEach
  void removeIt() {
    bench.remove(request, origin);
  }

  @Test
  void anOriginsNameIsTheAccountsOnlyOne() {
    eventually("the interfaces of earlier origins are gone", () -> interfaces().size() == 1);
    assertThatThrownBy(
            () ->
                bench.make(
                    bench.request("Second", ORIGIN, config("first", 8002, instance.instanceId()))))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("with the name first already exists in this account")
        .hasMessageContaining("HandlerErrorCode: AlreadyExists");
    assertThat(interfaces()).hasSize(1);
  }

  @Test
  void anOriginIsNotRenamedToANameThatIsTaken() {
    ResourceRequest second =
        bench.request("Second", ORIGIN, config("second", 8002, instance.instanceId()));
    Physical other = bench.make(second);
    try {
      assertThatThrownBy(
              () -> bench.change(second, other, config("first", 8002, instance.instanceId())))
          .isInstanceOf(ResourceFailure.class)
          .hasMessageContaining("with the name first already exists in this account")
          .hasMessageContaining("HandlerErrorCode: AlreadyExists");
      assertThat(bench.read(second, other).orElseThrow().toString()).contains("second");
    } finally {
      bench.remove(second, other);
    }
  }

  @Test
  void anAttachedOriginNeitherChangesNorGoesUntilItsDistributionHas() {
    ResourceRequest attached =
        bench.request("Distribution", DISTRIBUTION, distribution(origin.id(), ""));
    Physical distribution = bench.make(attached);
    String other = config("first", 8002, instance.instanceId());
    assertThatThrownBy(() -> bench.change(request, origin, other))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("is attached to a distribution")
        .hasMessageContaining("Status Code: 409");
    assertThatThrownBy(() -> bench.remove(request, origin))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("is attached to a distribution")
        .hasMessageContaining("Status Code: 409");
    assertThat(bench.read(request, origin).orElseThrow().findValue("HTTPPort").asInt())
        .isEqualTo(8001);
    bench.remove(attached, distribution);
    assertThat(bench.change(request, origin, other).findValue("HTTPPort").asInt()).isEqualTo(8002);
  }

  @Test
  void theGroupStaysAndTheInterfaceOutlivesItsOriginByAWhile() {
    ResourceRequest second =
        bench.request("Second", ORIGIN, config("second", 8001, instance.instanceId()));
    Physical other = bench.make(second);
    assertThat(groups()).hasSize(1);
    String left = interfaceOf(other);
    bench.remove(second, other);
    assertThat(interfaces()).extracting(NetworkInterface::networkInterfaceId).contains(left);
    eventually(
        "gone", () -> interfaces().stream().noneMatch(i -> i.networkInterfaceId().equals(left)));
    assertThat(groups()).hasSize(1);
    assertThat(interfaceOf(origin)).isNotEmpty();
  }

  @Test
  void anOriginOfAnInstanceThatDoesNotExistLeavesNothing() {
    ResourceRequest nowhere =
        bench.request("Nowhere", ORIGIN, config("nowhere", 8001, "i-0123456789abcdef0"));
    assertThatThrownBy(() -> bench.make(nowhere))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("i-0123456789abcdef0");
    try (CloudFrontClient cloudFront = bench.access().global(CloudFrontClient.builder())) {
      assertThat(cloudFront.listVpcOrigins(call -> {}).vpcOriginList().items())
          .extracting("name")
          .doesNotContain("nowhere");
    }
  }

  @Test
  void whatADistributionUsesStaysAndItMayUseOnlyWhatExists() {
    ResourceRequest control =
        bench.request(
            "Control",
            CONTROL,
            "{'OriginAccessControlConfig': {'Name': 'control', 'OriginAccessControlOriginType':"
                + " 's3', 'SigningBehavior': 'always', 'SigningProtocol': 'sigv4'}}");
    Physical access = bench.make(control);
    ResourceRequest user =
        bench.request("Distribution", DISTRIBUTION, distribution(origin.id(), access.id()));
    Physical distribution = bench.make(user);
    assertThatThrownBy(() -> bench.remove(control, access))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("is attached to a distribution");
    bench.remove(user, distribution);
    bench.remove(control, access);
    assertThat(bench.read(control, access)).isEmpty();
    assertThatThrownBy(() -> bench.make(user))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("origin-access-control does not exist: " + access.id());
  }

  @Test
  void anEnabledDistributionIsNotDeletedAndAnOldVersionIsNotChanged() {
    ResourceRequest user =
        bench.request("Distribution", DISTRIBUTION, distribution(origin.id(), ""));
    Physical distribution = bench.make(user);
    try (CloudFrontClient cloudFront = bench.access().global(CloudFrontClient.builder())) {
      String version = cloudFront.getDistribution(call -> call.id(distribution.id())).eTag();
      assertThatThrownBy(
              () ->
                  cloudFront.deleteDistribution(
                      call -> call.id(distribution.id()).ifMatch(version)))
          .isInstanceOf(DistributionNotDisabledException.class);
      assertThatThrownBy(
              () -> cloudFront.deleteDistribution(call -> call.id(distribution.id()).ifMatch("E0")))
          .isInstanceOf(PreconditionFailedException.class);
    }
    bench.remove(user, distribution);
    assertThat(bench.read(user, distribution)).isEmpty();
  }

  private List<NetworkInterface> interfaces() {
    Filter here = Filter.builder().name("vpc-id").values(instance.vpcId()).build();
    return bench
        .ec2()
        .describeNetworkInterfaces(call -> call.filters(here))
        .networkInterfaces()
        .stream()
        .filter(each -> each.description().startsWith("CloudFront managed ENI"))
        .toList();
  }

  private String interfaceOf(Physical made) {
    return interfaces().stream()
        .filter(each -> each.description().endsWith(made.id()))
        .map(NetworkInterface::networkInterfaceId)
        .findFirst()
        .orElseThrow();
  }

  private List<String> groups() {
    Filter name = Filter.builder().name("group-name").values(VpcOriginNetwork.GROUP).build();
    Filter here = Filter.builder().name("vpc-id").values(instance.vpcId()).build();
    return bench
        .ec2()
        .describeSecurityGroups(call -> call.filters(name, here))
        .securityGroups()
        .stream()
        .map(group -> group.groupId())
        .toList();
  }

  private static String config(String name, int port, String instance) {
    return """
    {'VpcOriginEndpointConfig': {'Name': '%s', 'HTTPPort': %d, 'OriginProtocolPolicy': 'http-only',
      'Arn': 'arn:aws:ec2:eu-west-1:123456789012:instance/%s'}}\
    """
        .formatted(name, port, instance);
  }

  private static String distribution(String origin, String control) {
    return """
    {'DistributionConfig': {'Enabled': true, 'Origins': [{'Id': 'one', 'DomainName': 'a.example',
      'OriginAccessControlId': '%s', 'VpcOriginConfig': {'VpcOriginId': '%s'}}],
      'DefaultCacheBehavior': {'TargetOriginId': 'one', 'ViewerProtocolPolicy': 'https-only'}}}\
    """
        .formatted(control, origin);
  }
}
