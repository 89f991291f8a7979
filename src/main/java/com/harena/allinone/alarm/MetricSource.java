package com.harena.allinone.alarm;

import java.util.Optional;

/** Who publishes the metric of an alarm, and so its namespace and the dimension that names it. */
public enum MetricSource {
  /** The deployment: its host and its schedules. */
  DEPLOYMENT(Optional.empty()),
  /** EC2, for the instance; the dimension follows the instance when it is replaced. */
  INSTANCE(Optional.of("InstanceId")),
  /**
   * EventBridge Scheduler, for the schedule group that starts the instance. Never for the group
   * that stops it: those schedules tick in closed hours, when nobody is to be woken.
   */
  START_SCHEDULES(Optional.of("ScheduleGroup"));

  private final Optional<String> dimension;

  MetricSource(Optional<String> dimension) {
    this.dimension = dimension;
  }

  /**
   * Namespace of its metrics.
   *
   * @param deployment namespace of the deployment's own metrics, such as {@code
   *     Allinone/harena-production}
   */
  public String namespace(String deployment) {
    return switch (this) {
      case DEPLOYMENT -> deployment;
      case INSTANCE -> "AWS/EC2";
      case START_SCHEDULES -> "AWS/Scheduler";
    };
  }

  /** Name of the dimension that names the instance or the group. */
  public Optional<String> dimension() {
    return dimension;
  }
}
