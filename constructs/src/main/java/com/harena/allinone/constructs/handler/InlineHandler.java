package com.harena.allinone.constructs.handler;

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
 * which keeps {@value #LOG_DAYS} days and goes with the stack: it holds outcomes, no data.
 */
public final class InlineHandler extends Construct {
  /** Node.js release of the function, which brings version 3 of the AWS SDK. */
  public static final String RUNTIME = "nodejs24.x";

  static final int LOG_DAYS = 7;

  /** The SDK's EC2 client alone takes more than Lambda's smallest 128 MiB. */
  private static final int MEMORY_MEBIBYTES = 256;

  /** CloudFormation waits this much longer than the function runs. */
  private static final int ANSWER_SECONDS = 60;

  private final PolicyDocument permissions = new PolicyDocument();
  private final CfnFunction function;
  private final long timeoutSeconds;

  /** Makes the function, its role and its log group. */
  public InlineHandler(Construct scope, String id, InlineHandlerProps props) {
    super(scope, id);
    timeoutSeconds = props.timeout().toSeconds();
    CfnLogGroup logs = CfnLogGroup.Builder.create(this, "Logs").retentionInDays(LOG_DAYS).build();
    CfnRole role = role(props, logs);
    function =
        CfnFunction.Builder.create(this, "Function")
            .description(props.description())
            .runtime(RUNTIME)
            .architectures(List.of("arm64"))
            .handler("index.handler")
            .code(CfnFunction.CodeProperty.builder().zipFile(props.source().code()).build())
            .timeout(timeoutSeconds)
            .memorySize(MEMORY_MEBIBYTES)
            .role(role.getAttrArn())
            .loggingConfig(
                CfnFunction.LoggingConfigProperty.builder().logGroup(logs.getRef()).build())
            .build();
  }

  private CfnRole role(InlineHandlerProps props, CfnLogGroup logs) {
    permissions.addStatements(
        PolicyStatement.Builder.create()
            .sid("OwnLog")
            .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
            .resources(List.of(logs.getAttrArn()))
            .build());
    props.statements().forEach(this::allow);
    return CfnRole.Builder.create(this, "Role")
        .description("Lambda function: " + props.description())
        .assumeRolePolicyDocument(Policies.trust("lambda.amazonaws.com"))
        .policies(
            List.of(
                CfnRole.PolicyProperty.builder()
                    .policyName("handler")
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
