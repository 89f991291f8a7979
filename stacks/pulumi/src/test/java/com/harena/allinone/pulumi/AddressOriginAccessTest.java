package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.core.Output;
import com.pulumi.core.internal.Internal;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AddressOriginAccessTest {
  private static final String ADDRESS = LogicalId.of("Edge", "AddressOriginAccess", "Address");
  private static final String LIST =
      LogicalId.of("Edge", "AddressOriginAccess", "CloudFront", "Default");
  private static final String SECRET = LogicalId.of("Edge", "OriginSecret", "Default");

  private static Recording recording;

  @BeforeAll
  static void makeTheEdge() {
    recording = EdgeProgram.edge(EdgeProgram.byAddress());
  }

  @Test
  void movesTheAddressOnlyToAnInstanceThatHasProvenItself() {
    Registered association =
        recording.resource(LogicalId.of("Edge", "AddressOriginAccess", "Association"));

    assertThat(association.inputs())
        .isEqualTo(
            Map.of(
                "instanceId", "ref:instance", "allocationId", "ref:" + ADDRESS + ".allocationId"));
    assertThat(association.madeAfter()).containsExactly(EdgeProgram.GATE);
  }

  @Test
  void admitsTheAddressesOfCloudFront() {
    assertThat(recording.resource(LIST).text("input"))
        .contains("\"PrefixListName\":\"com.amazonaws.global.cloudfront.origin-facing\"");
    assertThat(recording.resource(LogicalId.of("Edge", "AddressOriginAccess", "Ingress")).inputs())
        .containsAllEntriesOf(
            Map.of(
                "prefixListId",
                "ref:" + LIST + ".PrefixListId",
                "securityGroupId",
                "ref:" + LogicalId.of("Network", "InstanceGroup"),
                "fromPort",
                8001.0,
                "toPort",
                8001.0));
  }

  @Test
  void sendsTheSecretWithEveryRequest() {
    Map<?, ?> origin = instanceOrigin(recording);

    assertThat(origin.get("customHeaders"))
        .isEqualTo(
            List.of(Map.of("name", "X-Allinone-Origin", "value", "ref:" + SECRET + ".Value")));
    assertThat(origin.get("domainName"))
        .isEqualTo("ec2-ref:" + ADDRESS + "-publicIp.eu-west-1.compute.amazonaws.com");
    assertThat(origin.get("customOriginConfig"))
        .isEqualTo(
            Map.of(
                "originProtocolPolicy", "http-only",
                "httpPort", 8001.0,
                "httpsPort", 443.0,
                "originReadTimeout", 60.0,
                "originSslProtocols", List.of("TLSv1.2")));
  }

  private static Map<?, ?> instanceOrigin(Recording recording) {
    List<?> origins =
        (List<?>)
            recording
                .resource(LogicalId.of("Edge", "Distribution", "Default", "Resource"))
                .inputs()
                .get("origins");
    return (Map<?, ?>) origins.get(1);
  }

  @Test
  void keepsTheSecretOutOfWhatTheStateHoldsInClear() {
    Registered secret = recording.resource(SECRET);
    assertThat(secret.hides("result")).isTrue();
    assertThat(secret.hides("input")).isTrue();
    assertThat(
            recording
                .resource(LogicalId.of("Edge", "Distribution", "Default", "Resource"))
                .hides("origins"))
        .isTrue();
    assertThat(recording.all())
        .filteredOn(resource -> resource.inputs().toString().contains(SECRET + ".Value"))
        .extracting(Registered::name)
        .containsExactly(LogicalId.of("Edge", "Distribution", "Default", "Resource"));
  }

  @Test
  void marksTheValueOfTheHeaderAsSecret() {
    AtomicBoolean hidden = new AtomicBoolean();
    EdgeProgram.part(EdgeProgram.byAddress(), stage -> hidden.set(hidesTheHeader(stage)));

    assertThat(hidden).isTrue();
  }

  private static boolean hidesTheHeader(Stage stage) {
    Network network = new Network(stage);
    InstanceOrigin origin =
        AddressOriginAccess.to(
            stage, network, EdgeProgram.instance(stage), new OriginSecret(stage), List.of());
    DistributionOriginArgs.Builder arguments =
        DistributionOriginArgs.builder().originId("instance");
    origin.arguments().accept(arguments);
    Output<String> value =
        PulumiTest.extractValue(arguments.build().customHeaders().orElseThrow()).get(0).value();
    return Internal.of(value).isSecret().join();
  }

  @Test
  void letsTheFunctionMakeThisParameterOnly() {
    assertThat(
            recording
                .resource(LogicalId.of("Edge", "OriginSecret", "Maker", "Role"))
                .inputs()
                .toString())
        .contains(
            "\"Action\":[\"ssm:GetParameter\",\"ssm:PutParameter\"]",
            ":parameter/allinone/harena-production/secrets/ORIGIN_SECRET\"")
        .doesNotContain("\"Resource\":\"*\"");
  }
}
