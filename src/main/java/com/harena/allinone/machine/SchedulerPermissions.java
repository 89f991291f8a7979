package com.harena.allinone.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the schedules may do: start and stop instances that carry the deployment's tag, which an
 * instance that Spot launched outside the stack does not, and publish into one namespace.
 *
 * @param place where the deployment is
 * @param deployment its name, as in the tag
 * @param metricNamespace namespace of the metrics that it publishes itself
 */
public record SchedulerPermissions(Place place, String deployment, String metricNamespace) {
  /** The service that takes the role. */
  public static final String PRINCIPAL = "scheduler.amazonaws.com";

  /** Name of the role's policy. */
  public static final String POLICY = "ticks";

  /** Refuses absent parts. */
  public SchedulerPermissions {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(metricNamespace, "metricNamespace");
  }

  /** Description of the role. */
  public static String roleDescription(String deployment) {
    return "EventBridge Scheduler: starts and stops the instance of " + deployment;
  }

  /**
   * Who may take the role: Scheduler names the schedule group, never the schedule, as the source.
   *
   * @param account AWS account
   * @param groupArns ARNs of the schedule groups
   */
  public static Map<String, Object> trust(String account, List<String> groupArns) {
    return new TreeMap<>(
        Map.of(
            "StringEquals",
            Map.of("aws:SourceAccount", account),
            "ArnEquals",
            Map.of("aws:SourceArn", List.copyOf(groupArns))));
  }

  /**
   * The statements.
   *
   * @param opens whether there are opening hours; without, nothing is started or stopped
   */
  public List<Permission> statements(boolean opens) {
    List<Permission> statements = new ArrayList<>();
    if (opens) {
      statements.add(
          Permission.allow("StartAndStopOwnInstances", "ec2:StartInstances", "ec2:StopInstances")
              .on(place.arn("ec2", "instance/*"))
              .when("StringEquals", "aws:ResourceTag/" + Tags.DEPLOYMENT, deployment)
              .build());
    }
    statements.add(
        Permission.allow("PublishTheZeroOfServing", "cloudwatch:PutMetricData")
            .onAnything()
            .when("StringEquals", "cloudwatch:namespace", metricNamespace)
            .build());
    return List.copyOf(statements);
  }
}
