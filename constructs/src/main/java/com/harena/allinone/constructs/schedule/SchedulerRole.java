package com.harena.allinone.constructs.schedule;

import com.harena.allinone.constructs.handler.Policies;
import com.harena.allinone.machine.SchedulerPermissions;
import java.util.List;
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
        .description(SchedulerPermissions.roleDescription(props.deployment()))
        .assumeRolePolicyDocument(trust(groups))
        .policies(
            List.of(
                CfnRole.PolicyProperty.builder()
                    .policyName(SchedulerPermissions.POLICY)
                    .policyDocument(permissions(props))
                    .build()))
        .build();
  }

  /** Scheduler names the schedule group, never the schedule, as the source. */
  private static PolicyDocument trust(List<CfnScheduleGroup> groups) {
    PolicyStatement statement =
        PolicyStatement.Builder.create()
            .actions(List.of("sts:AssumeRole"))
            .principals(List.of(new ServicePrincipal(SchedulerPermissions.PRINCIPAL)))
            .conditions(
                SchedulerPermissions.trust(
                    Aws.ACCOUNT_ID, groups.stream().map(CfnScheduleGroup::getAttrArn).toList()))
            .build();
    return PolicyDocument.Builder.create().statements(List.of(statement)).build();
  }

  private static PolicyDocument permissions(OpeningHoursProps props) {
    return Policies.document(
        new SchedulerPermissions(Policies.stackPlace(), props.deployment(), props.metricNamespace())
            .statements(props.hours().isPresent()));
  }
}
