package com.harena.allinone.pulumi;

import com.harena.allinone.machine.ServiceLog;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;

/** The log group into which every container writes; the log driver does not make it. */
final class ServiceLogs {
  private ServiceLogs() {}

  /** Makes the log group, on which the instance depends. */
  static LogGroup of(Stage stage) {
    return new LogGroup(
        LogicalId.of("ServiceLogs", "Default"),
        LogGroupArgs.builder()
            .name(ServiceLog.name(stage.blueprint().deployment()))
            .retentionInDays(ServiceLog.DAYS)
            .build(),
        stage.options().build());
  }
}
