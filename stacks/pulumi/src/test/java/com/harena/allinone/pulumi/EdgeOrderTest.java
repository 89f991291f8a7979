package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.MakingOrder;
import org.junit.jupiter.api.Test;

class EdgeOrderTest {
  private static final String DISTRIBUTION =
      LogicalId.of("Edge", "Distribution", "Default", "Resource");

  @Test
  void opensTheWayToAnInstanceThatHasProvenItself() {
    WholeStack stack = WholeStack.sample();

    inOrder(
        new MakingOrder(stack.recording()),
        LogicalId.of("Health", "Gate" + stack.suffix()),
        LogicalId.of("Edge", "VpcOriginAccess", "VpcOrigin4820d6da"),
        LogicalId.of("Edge", "VpcOriginAccess", "Group", "Default"),
        LogicalId.of("Edge", "VpcOriginAccess", "Ingress"),
        DISTRIBUTION,
        LogicalId.of("OpeningHours", "Start1"));
  }

  @Test
  void movesTheAddressToAnInstanceThatHasProvenItself() {
    WholeStack stack = WholeStack.of(EdgeProgram.byAddress());
    MakingOrder order = new MakingOrder(stack.recording());

    inOrder(
        order,
        LogicalId.of("Edge", "OriginSecret", "Default"),
        LogicalId.of("Machine", "LaunchTemplate" + stack.suffix()),
        LogicalId.of("Health", "Gate" + stack.suffix()),
        LogicalId.of("Edge", "AddressOriginAccess", "Association"),
        DISTRIBUTION,
        LogicalId.of("OpeningHours", "Start1"));
    inOrder(order, LogicalId.of("Edge", "AddressOriginAccess", "Ingress"), DISTRIBUTION);
  }

  @Test
  void runsTheBundleOnTheInstanceLast() {
    MakingOrder order = new MakingOrder(WholeStack.sample().recording());

    inOrder(order, DISTRIBUTION, "BundleAssociation");
    inOrder(order, LogicalId.of("HostBundle", "Parameter"), "BundleAssociation");
  }

  private static void inOrder(MakingOrder order, String... names) {
    for (int index = 1; index < names.length; index++) {
      assertThat(order.isAfter(names[index], names[index - 1]))
          .as("%s is made after %s", names[index], names[index - 1])
          .isTrue();
    }
  }
}
