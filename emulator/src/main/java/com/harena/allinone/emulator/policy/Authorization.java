package com.harena.allinone.emulator.policy;

import com.harena.allinone.emulator.fleet.Ec2Call;
import com.harena.allinone.emulator.fleet.LocalEc2;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses what a role's policies do not allow, as the service that is called refuses it. Only
 * sessions that the local AWS opened are restricted; every other key is an administrator's.
 */
public final class Authorization implements Interceptor {
  private static final Pattern KEY = Pattern.compile("Credential=([^/,\\s]+)(?:/|%2F)");

  private final Sessions sessions;
  private final RolePolicies policies;
  private final LocalEc2 ec2;
  private final String region;

  /** Judges by these policies. */
  public Authorization(Sessions sessions, RolePolicies policies, LocalEc2 ec2, String region) {
    this.sessions = sessions;
    this.policies = policies;
    this.ec2 = ec2;
    this.region = region;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Optional<Principal> principal = key(call).flatMap(sessions::find);
    if (principal.isEmpty()) {
      return onward.pass(call);
    }
    try {
      Optional<String> refusal = refusal(principal.get(), needed(principal.get(), call));
      return refusal.isPresent() ? refused(call, refusal.get()) : onward.pass(call);
    } catch (UnknownToPolicies e) {
      return refused(call, "%s: %s".formatted(principal.get().arn(), e.getMessage()));
    }
  }

  /** IAM's refusal of what a session asks for; empty when everything is allowed. */
  public Optional<String> refusal(Principal principal, List<Access> needed) {
    List<Policy> own = policies.of(principal.roleName());
    for (Access access : needed) {
      Decision decision = Decision.of(own, access);
      if (decision != Decision.ALLOWED) {
        return Optional.of(
            "User: %s is not authorized to perform: %s on resource: %s %s"
                .formatted(
                    principal.arn(),
                    access.action(),
                    access.resource().orElse("*"),
                    decision.because(access.action())));
      }
    }
    return Optional.empty();
  }

  private List<Access> needed(Principal principal, Call call) {
    return switch (call.operation().service()) {
      case "ec2" ->
          new Ec2Access(ec2, region, principal.account())
              .of(new Ec2Call(call.operation().action(), call.form().values()));
      case "s3" -> BucketAccess.of(call);
      default -> new ServiceAccess(region, principal.account()).of(call);
    };
  }

  private static Answer refused(Call call, String words) {
    return switch (call.operation().service()) {
      case "ec2" ->
          Refusals.of(
              call,
              403,
              "UnauthorizedOperation",
              "You are not authorized to perform this operation. " + words);
      case "s3", "monitoring", "iam", "sts", "sns", "sqs" ->
          Refusals.of(call, 403, "AccessDenied", words);
      default -> Refusals.of(call, 400, "AccessDeniedException", words);
    };
  }

  /** The access key that signed a call. */
  static Optional<String> key(Call call) {
    Matcher header = KEY.matcher(call.headers().first("Authorization").orElse(""));
    if (header.find()) {
      return Optional.of(header.group(1));
    }
    Matcher query = Pattern.compile("X-Amz-" + KEY.pattern()).matcher(call.target());
    return query.find() ? Optional.of(query.group(1)) : Optional.empty();
  }
}
