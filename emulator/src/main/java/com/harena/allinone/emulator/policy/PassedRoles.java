package com.harena.allinone.emulator.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refuses a function or a schedule whose role does not let the service assume it, in the service's
 * own words. EC2 takes such a role: its instances get no credentials.
 */
public final class PassedRoles implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(POST /2015-03-31/functions|PUT /2015-03-31/functions/[^/]+/configuration)/?");
  private static final Pattern SCHEDULE = Pattern.compile("(POST|PUT) /schedules/[^/]+/?");

  private final RolePolicies policies;
  private final String region;

  /** Judges by these policies. */
  public PassedRoles(RolePolicies policies, String region) {
    this.policies = policies;
    this.region = region;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Optional<Answer> refusal =
        switch (call.operation().service()) {
          case "lambda" -> FUNCTION.matcher(asked(call)).matches() ? function(call) : none();
          case "scheduler" -> SCHEDULE.matcher(asked(call)).matches() ? schedule(call) : none();
          default -> none();
        };
    return refusal.isPresent() ? refusal.get() : onward.pass(call);
  }

  private Optional<Answer> function(Call call) throws IOException {
    JsonNode body = body(call);
    String name =
        body.path("FunctionName").asText(call.target().replaceAll(".*/functions/|/conf.*", ""));
    return refused(
        call,
        body.path("Role").asText(),
        "lambda",
        "function:" + name,
        "InvalidParameterValueException",
        "The role defined for the function cannot be assumed by Lambda.");
  }

  private Optional<Answer> schedule(Call call) throws IOException {
    JsonNode body = body(call);
    return refused(
        call,
        body.path("Target").path("RoleArn").asText(),
        "scheduler",
        "schedule-group/" + body.path("GroupName").asText("default"),
        "ValidationException",
        "The execution role you provide must allow AWS EventBridge Scheduler to assume the role.");
  }

  private Optional<Answer> refused(
      Call call, String role, String service, String source, String code, String words) {
    String[] parts = role.split(":", -1);
    if (parts.length < 6) {
      // No ARN of a role: the service itself says so.
      return Optional.empty();
    }
    ContextKeys context =
        ContextKeys.none()
            .with("aws:SourceAccount", Optional.of(parts[4]))
            .with(
                "aws:SourceArn",
                Optional.of("arn:aws:%s:%s:%s:%s".formatted(service, region, parts[4], source)));
    try {
      return policies.trusts(role, service + ".amazonaws.com", context)
          ? Optional.empty()
          : Optional.of(Refusals.of(call, 400, code, words));
    } catch (UnknownToPolicies e) {
      return Optional.of(Refusals.of(call, 400, code, words + " " + e.getMessage()));
    }
  }

  private static Optional<Answer> none() {
    return Optional.empty();
  }

  private static String asked(Call call) {
    return call.method() + " " + call.target().split("\\?", 2)[0];
  }

  private static JsonNode body(Call call) throws IOException {
    return JSON.readTree(call.body().text().orElse("{}"));
  }
}
