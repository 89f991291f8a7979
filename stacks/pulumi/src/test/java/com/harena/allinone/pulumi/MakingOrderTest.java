package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.MakingOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakingOrderTest {
  private final WholeStack stack = WholeStack.sample();
  private final MakingOrder order = new MakingOrder(stack.recording());

  private final String sweeper = LogicalId.of("SpotSweeper", stack.suffix());
  private final String leftovers = LogicalId.of("CloudFrontLeftovers", "Default");
  private final String template = LogicalId.of("Machine", "LaunchTemplate" + stack.suffix());
  private final String instance = LogicalId.of("Machine", "Instance" + stack.suffix());
  private final String owner = LogicalId.of("Owner", "Default");
  private final String half = LogicalId.of("Health", "Half" + stack.suffix());
  private final String gate = LogicalId.of("Health", "Gate" + stack.suffix());
  private final String cancellation = LogicalId.of("SpotCancellation", stack.suffix());

  @Test
  void makesTheInstanceBehindItsGuardsAndThenWaitsForItsHealth() {
    inOrder(sweeper, template, instance, owner, half, gate);
    inOrder(leftovers, template);
    inOrder(instance, cancellation);
  }

  @Test
  void makesWhatTheInstanceReadsAtOnceBeforeIt() {
    for (String needed :
        List.of(
            LogicalId.of("HostBundle", "Parameter"),
            LogicalId.of("ServiceLogs", "Default"),
            LogicalId.of("InstanceRole", "Role"),
            LogicalId.of("Network", "InternetRoute"),
            LogicalId.of("Network", "SubnetRoutes"))) {
      inOrder(needed, instance);
    }
    inOrder(
        LogicalId.of("Backups", "Bucket", "Versioning"),
        LogicalId.of("HostBundle", "Copy", "Default"),
        LogicalId.of("HostBundle", "Parameter"));
  }

  @Test
  void deletesTheInnerGuardBeforeTheInstanceAndTheOuterOneAfter() {
    deleted(cancellation, instance, template, sweeper);
    deleted(sweeper, LogicalId.of("SpotSweeper", "Handler", "Function"));
    deleted(cancellation, LogicalId.of("SpotCancellation", "Handler", "Function"));
    assertThat(order.isAfter(instance, cancellation)).isFalse();
  }

  @Test
  void deletesTheSubnetOnceCloudFrontHasLeftIt() {
    deleted(instance, leftovers, LogicalId.of("Network", "Subnet"), LogicalId.of("Network", "Vpc"));
  }

  /** The engine deletes in the opposite order of making. */
  private void deleted(String... names) {
    for (int index = 1; index < names.length; index++) {
      assertThat(order.isAfter(names[index - 1], names[index]))
          .as("%s is deleted before %s", names[index - 1], names[index])
          .isTrue();
    }
  }

  private void inOrder(String... names) {
    for (int index = 1; index < names.length; index++) {
      assertThat(order.isAfter(names[index], names[index - 1]))
          .as("%s is made after %s", names[index], names[index - 1])
          .isTrue();
    }
  }
}
