package com.harena.allinone.schedule;

import java.time.Duration;

/**
 * What EventBridge Scheduler does at a tick. All three calls may be repeated without harm, which is
 * why they are: a call that is lost or late is made good by the next one.
 */
public enum Tick {
  /** Starts the instance. */
  START("start", TickGroup.START, "ec2:startInstances"),
  /** Stops the instance. */
  STOP("stop", TickGroup.STOP, "ec2:stopInstances"),
  /** Publishes the 0 of the metric into which a serving host publishes 1. */
  SERVING_ZERO("serving-zero", TickGroup.START, "cloudwatch:putMetricData");

  /**
   * Time between two ticks: short enough that a lost start costs five minutes of a day, equal to
   * the alarms' period so that each period of open hours holds one zero, and far longer than a
   * delivery may be late ({@link #MAXIMUM_EVENT_AGE}), so that no late start falls into closed
   * hours and no late stop into open ones.
   */
  public static final Duration INTERVAL = Duration.ofMinutes(5);

  /** The next tick is the retry; Scheduler's default would retry for 24 hours, into the night. */
  public static final int MAXIMUM_RETRY_ATTEMPTS = 0;

  /** A call older than this is dropped: the least that EventBridge Scheduler accepts. */
  public static final Duration MAXIMUM_EVENT_AGE = Duration.ofSeconds(60);

  private final String label;
  private final TickGroup group;
  private final String call;

  Tick(String label, TickGroup group, String call) {
    this.label = label;
    this.group = group;
    this.call = call;
  }

  /** Beginning of the names of its schedules. */
  public String label() {
    return label;
  }

  /** The schedule group that its schedules belong to. */
  public TickGroup group() {
    return group;
  }

  /** The universal target, an AWS API call; never an instance, which no scheduler can stop. */
  public String targetArn() {
    return "arn:aws:scheduler:::aws-sdk:" + call;
  }

  /**
   * Input of the API call.
   *
   * @param instanceId the instance; may be a reference of the deploying tool
   * @param namespace metric namespace of the deployment
   * @param metric name of the metric that tells whether the deployment serves
   */
  public String input(String instanceId, String namespace, String metric) {
    return this == SERVING_ZERO
        ? "{\"Namespace\":\"%s\",\"MetricData\":[{\"MetricName\":\"%s\",\"Value\":0}]}"
            .formatted(namespace, metric)
        : "{\"InstanceIds\":[\"%s\"]}".formatted(instanceId);
  }
}
