package com.harena.allinone.stack.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnBucket;

class NagReportTest {
  private static final String REASON = "holds nothing but the logs of the other bucket";

  private static NagReport report;

  @BeforeAll
  static void checkAStackWithPlantedFaults() {
    App app = new App();
    Stack stack = new Stack(app, "planted");
    CfnBucket.Builder.create(stack, "Open").build();
    CfnBucket excused = CfnBucket.Builder.create(stack, "Excused").build();
    excused.addMetadata(
        "cdk_nag",
        Map.of(
            "rules_to_suppress",
            List.of(
                Map.of("id", "AwsSolutions-S1", "reason", REASON),
                Map.of("id", "AwsSolutions-RDS3", "reason", "no database far and wide in here"))));
    NagReport.check(app);
    report = NagReport.of(app, stack);
  }

  @Test
  void findsABucketWithoutAccessLogs() {
    assertThat(report.open()).anyMatch(line -> line.startsWith("/planted/Open: AwsSolutions-S1"));
    assertThat(report.open())
        .noneMatch(line -> line.startsWith("/planted/Excused: AwsSolutions-S1:"));
  }

  @Test
  void readsTheReasonOfAnException() {
    assertThat(report.excused()).containsEntry("AwsSolutions-S1 planted/Excused", REASON);
  }

  @Test
  void namesAnExceptionThatExcusesNothing() {
    assertThat(report.unused()).containsExactly("AwsSolutions-RDS3 Excused");
  }
}
