package com.harena.allinone.constructs.storage;

import com.harena.allinone.machine.ServiceLog;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/**
 * The log group into which every container writes. It keeps {@value ServiceLog#DAYS} days and goes
 * with the stack: nothing in it is older than a week anyway, and a group left behind under this
 * fixed name would keep the stack from being made again.
 */
public final class ServiceLogs extends Construct {
  private final CfnLogGroup group;

  /**
   * Makes the log group {@code /allinone/<deployment>}.
   *
   * @param deployment name of the deployment
   */
  public ServiceLogs(Construct scope, String id, String deployment) {
    super(scope, id);
    group =
        CfnLogGroup.Builder.create(this, "Default")
            .logGroupName(ServiceLog.name(deployment))
            .retentionInDays(ServiceLog.DAYS)
            .build();
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }

  /** The log group, on which the instance depends: the log driver does not make it. */
  public CfnLogGroup group() {
    return group;
  }
}
