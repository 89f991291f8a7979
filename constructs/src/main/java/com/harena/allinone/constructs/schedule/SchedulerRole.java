package com.harena.allinone.constructs.schedule;

import com.harena.allinone.machine.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * The role of the schedules. It may start and stop instances that carry the deployment's tag, which
 * an instance that Spot launched outside the stack does not, and publish into one namespace. Only
 * EventBridge Scheduler may take it, for schedules of the given groups.
 */
final class SchedulerRole {
  private SchedulerRole() {}

  static CfnRole in(Construct scope, OpeningHoursProps props, List<CfnScheduleGroup> groups) {
    return CfnRole.Builder.create(scope, "Role")
        .description(
            "EventBridge Scheduler: starts and stops the instance of " + props.deployment())
        .assumeRolePolicyDocument(document(List.of(trust(groups))))
        .policies(
            List.of(
                CfnRole.PolicyProperty.builder()
                    .policyName("ticks")
                    .policyDocument(document(permissions(props)))
                    .build()))
        .build();
  }

  private static PolicyDocument document(List<PolicyStatement> statements) {
    return PolicyDocument.Builder.create().statements(statements).build();
  }

  /** Scheduler names the schedule group, never the schedule, as the source. */
  private static PolicyStatement trust(List<CfnScheduleGroup> groups) {
    return PolicyStatement.Builder.create()
        .actions(List.of("sts:AssumeRole"))
        .principals(List.of(new ServicePrincipal("scheduler.amazonaws.com")))
        .conditions(
            new TreeMap<>(
                Map.of(
                    "StringEquals",
                    Map.of("aws:SourceAccount", Aws.ACCOUNT_ID),
                    "ArnEquals",
                    Map.of(
                        "aws:SourceArn",
                        groups.stream().map(CfnScheduleGroup::getAttrArn).toList()))))
        .build();
  }

  private static List<PolicyStatement> permissions(OpeningHoursProps props) {
    List<PolicyStatement> statements = new ArrayList<>();
    if (props.hours().isPresent()) {
      statements.add(
          PolicyStatement.Builder.create()
              .sid("StartAndStopOwnInstances")
              .actions(List.of("ec2:StartInstances", "ec2:StopInstances"))
              .resources(
                  List.of(
                      "arn:%s:ec2:%s:%s:instance/*"
                          .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID)))
              .conditions(
                  Map.of(
                      "StringEquals",
                      Map.of("aws:ResourceTag/" + Tags.DEPLOYMENT, props.deployment())))
              .build());
    }
    statements.add(
        PolicyStatement.Builder.create()
            .sid("PublishTheZeroOfServing")
            .actions(List.of("cloudwatch:PutMetricData"))
            .resources(List.of("*"))
            .conditions(
                Map.of("StringEquals", Map.of("cloudwatch:namespace", props.metricNamespace())))
            .build());
    return statements;
  }
}
