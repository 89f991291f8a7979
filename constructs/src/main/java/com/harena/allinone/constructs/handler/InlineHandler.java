package com.harena.allinone.constructs.handler;

import com.harena.allinone.handler.HandlerFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.constructs.Construct;

/**
 * A Lambda function whose source stands in the template, for custom resources: the function, its
 * role (which may write its own log and do what the props list, nothing else) and its log group,
 * which keeps {@value HandlerFunction#LOG_DAYS} days and goes with the stack: it holds outcomes, no
 * data.
 */
public final class InlineHandler extends Construct {
  /** Node.js release of the function, which brings version 3 of the AWS SDK. */
  public static final String RUNTIME = "nodejs24.x";

  /** CloudFormation waits this much longer than the function runs. */
  private static final int ANSWER_SECONDS = 60;

  private final PolicyDocument permissions = new PolicyDocument();
  private final CfnFunction function;
  private final long timeoutSeconds;

  /** Makes the function, its role and its log group. */
  public InlineHandler(Construct scope, String id, InlineHandlerProps props) {
    super(scope, id);
    HandlerFunction what = props.function();
    timeoutSeconds = what.timeout().toSeconds();
    CfnLogGroup logs =
        CfnLogGroup.Builder.create(this, "Logs").retentionInDays(HandlerFunction.LOG_DAYS).build();
    CfnRole role = role(props, logs);
    function =
        CfnFunction.Builder.create(this, "Function")
            .description(what.description())
            .runtime(RUNTIME)
            .architectures(List.of(HandlerFunction.ARCHITECTURE))
            .handler("index.handler")
            .code(CfnFunction.CodeProperty.builder().zipFile(what.source().code()).build())
            .timeout(timeoutSeconds)
            .memorySize(HandlerFunction.MEMORY_MEBIBYTES)
            .role(role.getAttrArn())
            .loggingConfig(
                CfnFunction.LoggingConfigProperty.builder().logGroup(logs.getRef()).build())
            .build();
  }

  private CfnRole role(InlineHandlerProps props, CfnLogGroup logs) {
    allow(Policies.statement(HandlerFunction.ownLog(logs.getAttrArn())));
    props.statements().forEach(this::allow);
    return CfnRole.Builder.create(this, "Role")
        .description(props.function().roleDescription())
        .assumeRolePolicyDocument(Policies.trust(HandlerFunction.PRINCIPAL))
        .policies(
            List.of(
                CfnRole.PolicyProperty.builder()
                    .policyName(HandlerFunction.POLICY)
                    .policyDocument(permissions)
                    .build()))
        .build();
  }

  /** Lets the function do this too. */
  public void allow(PolicyStatement statement) {
    permissions.addStatements(statement);
  }

  /**
   * Makes a custom resource that this function serves.
   *
   * @param scope where it is made
   * @param id its construct id there
   * @param type its type, such as {@code Custom::AssetCopy}
   * @param properties what the function is given
   */
  public CfnResource resource(Construct scope, String id, String type, Map<String, ?> properties) {
    if (!type.matches("Custom::[A-Za-z0-9]{1,60}")) {
      throw new IllegalArgumentException(
          "custom resource type '%s' is not one: give a name such as Custom::AssetCopy"
              .formatted(type));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("ServiceToken", function.getAttrArn());
    all.put("ServiceTimeout", timeoutSeconds + ANSWER_SECONDS);
    all.putAll(properties);
    return CfnResource.Builder.create(scope, id).type(type).properties(all).build();
  }
}
