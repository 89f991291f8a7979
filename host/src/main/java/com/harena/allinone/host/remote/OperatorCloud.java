package com.harena.allinone.host.remote;

import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;

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

  @Override
  void close();
}
