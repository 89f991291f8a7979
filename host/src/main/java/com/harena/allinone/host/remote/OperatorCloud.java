package com.harena.allinone.host.remote;

import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.ReleaseUploads;

/** What an operator reaches of AWS, in one region. */
public interface OperatorCloud extends AutoCloseable {
  /** Parameter Store. */
  Parameters parameters();

  /** EC2's instances. */
  Instances instances();

  /** Starting them. */
  Starts starts();

  /** Commands on them. */
  RunCommand commands();

  /** EventBridge Scheduler. */
  Schedules schedules();

  /** CloudWatch Logs. */
  LogSource logs();

  /** The release prefix of the backup bucket. */
  ReleaseUploads uploads();

  @Override
  void close();
}
