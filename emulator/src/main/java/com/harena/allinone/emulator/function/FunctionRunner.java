package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Runs a function with what its configuration says: handler, timeout, environment, and the
 * credentials of its role, fetched anew for each run.
 */
public final class FunctionRunner {
  private static final int ATTEMPTS = 3;

  private final LambdaClient lambda;
  private final StsClient sts;
  private final NodeProcess node;
  private final Map<String, String> variables;

  /**
   * A runner.
   *
   * @param runtime what runs functions
   * @param folder holds their files
   * @param lambda tells their configuration
   * @param sts gives them their role's credentials
   * @param variables what every function's environment has, such as the endpoint
   */
  public FunctionRunner(
      NodeRuntime runtime,
      Path folder,
      TimeScale scale,
      LambdaClient lambda,
      StsClient sts,
      Map<String, String> variables) {
    this.lambda = lambda;
    this.sts = sts;
    this.variables = Map.copyOf(variables);
    node = new NodeProcess(runtime, folder, scale);
  }

  /** Runs it once. */
  Invocation run(String name, Path code, String event) {
    GetFunctionConfigurationResponse configuration =
        lambda.getFunctionConfiguration(request -> request.functionName(name));
    if (!configuration.runtimeAsString().startsWith("nodejs")) {
      throw new LocalFailure(
          "runtime %s: the local AWS runs nodejs only".formatted(configuration.runtimeAsString()));
    }
    Map<String, String> all = new HashMap<>(variables);
    if (configuration.environment() != null) {
      all.putAll(configuration.environment().variables());
    }
    all.putAll(credentials(name, configuration.role()));
    all.put("AWS_LAMBDA_FUNCTION_NAME", name);
    all.put("ALLINONE_FUNCTION_ARN", configuration.functionArn());
    all.put("ALLINONE_REQUEST_ID", UUID.randomUUID().toString());
    Duration timeout = Duration.ofSeconds(Optional.ofNullable(configuration.timeout()).orElse(3));
    return node.run(new NodeFunction(name, configuration.handler(), timeout, code, all), event);
  }

  /**
   * Runs it for a caller that does not wait: again if it fails, as Lambda does, twice at most.
   *
   * @return why it did nothing, or did not end well; empty if it did
   */
  Optional<RuntimeException> runUntilItSucceeds(String name, Path code, String event) {
    RuntimeException last = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        Invocation done = run(name, code, event);
        if (done.error().isEmpty()) {
          return Optional.empty();
        }
        if (done.neverRan()) {
          return Optional.of(neverRan(name, done.failure(), null));
        }
        last = new ResourceFailure("function %s failed: %s".formatted(name, done.failure()));
      } catch (LocalFailure e) {
        return Optional.of(neverRan(name, e.getMessage(), e));
      } catch (SdkException e) {
        last = neverRan(name, e.getMessage(), e);
      }
    }
    return Optional.of(last);
  }

  private static NeverRan neverRan(String name, String why, Throwable cause) {
    return new NeverRan("function %s cannot run: %s".formatted(name, why), cause);
  }

  private Map<String, String> credentials(String name, String role) {
    Credentials credentials =
        sts.assumeRole(request -> request.roleArn(role).roleSessionName(name)).credentials();
    return Map.of(
        "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
        "AWS_SESSION_TOKEN", credentials.sessionToken());
  }
}
