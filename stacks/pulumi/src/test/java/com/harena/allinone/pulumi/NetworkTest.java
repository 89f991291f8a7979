package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkTest {
  @Test
  void routesTheSubnetBeforeAnyInstance() {
    Recording recording = Recording.of(context -> new Network(new Stage(Sample.blueprint())));
    Registered route = recording.resource(LogicalId.of("Network", "InternetRoute"));
    assertThat(route.madeAfter())
        .containsExactly(LogicalId.of("Network", "InternetGatewayAttachment"));
    assertThat(route.inputs())
        .containsAllEntriesOf(
            Map.of(
                "destinationCidrBlock",
                "0.0.0.0/0",
                "gatewayId",
                "ref:" + LogicalId.of("Network", "InternetGateway")));
  }
}
