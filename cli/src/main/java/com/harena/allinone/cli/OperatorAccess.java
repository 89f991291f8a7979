package com.harena.allinone.cli;

import com.harena.allinone.host.cloud.aws.AwsOperatorCloud;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.timing.Timing;

/**
 * What the commands that work on the instance from elsewhere reach out to. The SDK's classes are
 * loaded when a cloud is opened.
 *
 * @param clouds where the deployment is
 * @param timing the clock
 */
record OperatorAccess(Clouds clouds, Timing timing) {
  /** Opens the AWS of a region. */
  interface Clouds {
    OperatorCloud open(String region);
  }

  /** AWS and this machine's clock. */
  static OperatorAccess ofThisProcess() {
    return new OperatorAccess(region -> AwsOperatorCloud.inRegion(region), Timing.system());
  }
}
