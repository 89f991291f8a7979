package com.harena.allinone.stack.nag;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

class StackNagTest {
  private static final int SHORTEST_REASON = 40;

  private static final Set<Excuse> USED = new HashSet<>();
  private static List<String> open;
  private static List<String> openWithAddress;

  @BeforeAll
  static void checkBothFormsOfTheStack() {
    open = Excuse.remaining(findings(SynthesizedOnce.harena()), USED);
    openWithAddress = Excuse.remaining(findings(SynthesizedOnce.harenaByAddress()), USED);
  }

  private static List<String> findings(Blueprint blueprint) {
    App app = SynthesizedOnce.app();
    Stack stack = SynthesizedOnce.stack(app, blueprint);
    NagReport.check(app);
    NagReport report = NagReport.of(app, stack);
    assertThat(report.excused()).as("exceptions in the template").isEmpty();
    return report.open();
  }

  @Test
  void everyFindingIsMendedOrExcused() {
    assertThat(open).isEmpty();
    assertThat(openWithAddress).isEmpty();
  }

  @Test
  void everyExcuseIsNeededAndHasItsReason() {
    assertThat(Excuse.all()).isNotEmpty().allMatch(USED::contains);
    assertThat(Excuse.all())
        .allSatisfy(excuse -> assertThat(excuse.reason()).hasSizeGreaterThan(SHORTEST_REASON));
  }

  @Test
  void anExcuseCoversItsRuleAndResourceOnly() {
    Excuse excuse = new Excuse("AwsSolutions-IAM5[Resource::*]", "A/**", "because");

    assertThat(excuse.covers("/stack/A/B: AwsSolutions-IAM5[Resource::*]: words")).isTrue();
    assertThat(excuse.covers("/stack/A/B: AwsSolutions-IAM5[Resource::a/*]: words")).isFalse();
    assertThat(excuse.covers("/stack/C/B: AwsSolutions-IAM5[Resource::*]: words")).isFalse();
    assertThat(excuse.covers("/stack/A/B: AwsSolutions-IAM4[Resource::*]: words")).isFalse();
  }
}
