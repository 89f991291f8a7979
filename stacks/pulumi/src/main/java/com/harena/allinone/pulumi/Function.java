package com.harena.allinone.pulumi;

import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.handler.HandlerSource;
import com.harena.allinone.machine.Permission;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.inputs.RoleInlinePolicyArgs;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.enums.Runtime;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.core.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function behind invocations: the function, its role (which may write its own log and do
 * what is listed, nothing else) and its log group. It runs the source that the CDK's custom
 * resource runs, behind the adaptor that makes CloudFormation's events of invocations.
 */
final class Function {
  private final Stage stage;
  private final com.pulumi.aws.lambda.Function function;

  /**
   * Makes the function, its role and its log group.
   *
   * @param permissions what it may do beside writing its log
   * @param path the path of the CDK's construct, such as {@code SpotSweeper, Handler}
   */
  Function(
      Stage stage, HandlerFunction what, Output<List<Permission>> permissions, String... path) {
    this.stage = stage;
    LogGroup logs =
        new LogGroup(
            id(path, "Logs"),
            LogGroupArgs.builder().retentionInDays(HandlerFunction.LOG_DAYS).build(),
            stage.options().build());
    Role role =
        new Role(
            id(path, "Role"),
            RoleArgs.builder()
                .description(what.roleDescription())
                .assumeRolePolicy(Policies.trust(HandlerFunction.PRINCIPAL))
                .inlinePolicies(
                    RoleInlinePolicyArgs.builder()
                        .name(HandlerFunction.POLICY)
                        .policy(Policies.document(withOwnLog(logs, permissions)))
                        .build())
                .build(),
            stage.options().build());
    function =
        new com.pulumi.aws.lambda.Function(
            id(path, "Function"), arguments(what, role, logs), stage.options().build());
  }

  private static FunctionArgs arguments(HandlerFunction what, Role role, LogGroup logs) {
    return FunctionArgs.builder()
        .description(what.description())
        .runtime(Runtime.NodeJS22dX)
        .architectures(HandlerFunction.ARCHITECTURE)
        .handler("pulumi.handler")
        .code(
            new AssetArchive(
                Map.of(
                    "handler.js", new StringAsset(what.source().code()),
                    "pulumi.js", new StringAsset(HandlerSource.pulumiAdaptor()))))
        .timeout(Math.toIntExact(what.timeout().toSeconds()))
        .memorySize(HandlerFunction.MEMORY_MEBIBYTES)
        .role(role.arn())
        .loggingConfig(
            FunctionLoggingConfigArgs.builder().logFormat("Text").logGroup(logs.name()).build())
        .build();
  }

  private static Output<List<Permission>> withOwnLog(
      LogGroup logs, Output<List<Permission>> permissions) {
    return Output.tuple(logs.arn(), permissions)
        .applyValue(
            both -> {
              List<Permission> all = new ArrayList<>();
              all.add(HandlerFunction.ownLog(both.t1 + ":*"));
              all.addAll(both.t2);
              return all;
            });
  }

  private static String id(String[] path, String word) {
    String[] whole = Arrays.copyOf(path, path.length + 1);
    whole[path.length] = word;
    return LogicalId.of(whole);
  }

  /**
   * What this function does at making, changing and deleting something of its own.
   *
   * @param kind the type of the CDK's custom resource, such as {@code Custom::SpotSweeper}
   * @param path the path of that custom resource
   */
  Invoked.Builder invoked(String kind, String... path) {
    return new Invoked.Builder(stage, function, kind, LogicalId.of(path));
  }
}
