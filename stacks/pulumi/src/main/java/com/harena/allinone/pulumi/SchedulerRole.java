package com.harena.allinone.pulumi;

import com.harena.allinone.machine.SchedulerPermissions;
import com.harena.allinone.metrics.CustomMetrics;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.inputs.RoleInlinePolicyArgs;
import com.pulumi.core.Output;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The role of the schedules, which only Scheduler may take, for schedules of the given groups. */
final class SchedulerRole {
  private SchedulerRole() {}

  static Role of(Stage stage, List<Output<String>> groupArns) {
    String deployment = stage.blueprint().deployment();
    return new Role(
        LogicalId.of("OpeningHours", "Role"),
        RoleArgs.builder()
            .description(SchedulerPermissions.roleDescription(deployment))
            .assumeRolePolicy(
                Output.tuple(stage.place(), Output.all(groupArns))
                    .applyValue(known -> trust(known.t1.account(), known.t2)))
            .inlinePolicies(
                RoleInlinePolicyArgs.builder()
                    .name(SchedulerPermissions.POLICY)
                    .policy(
                        Policies.document(
                            stage
                                .place()
                                .applyValue(
                                    place ->
                                        new SchedulerPermissions(
                                                place,
                                                deployment,
                                                CustomMetrics.namespace(stage.blueprint()))
                                            .statements(stage.blueprint().hours().isPresent()))))
                    .build())
            .build(),
        stage.options().build());
  }

  private static String trust(String account, List<String> groupArns) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Action", "sts:AssumeRole");
    statement.put("Effect", "Allow");
    statement.put("Principal", Map.of("Service", SchedulerPermissions.PRINCIPAL));
    statement.put("Condition", SchedulerPermissions.trust(account, groupArns));
    return Policies.document(statement);
  }
}
