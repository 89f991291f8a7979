package com.harena.allinone.emulator.chaos;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import java.io.IOException;
import java.util.Map;

/** What goes wrong with a call. */
enum Fault {
  /** The service is asked too often, and says so in its own form. */
  THROTTLED(false),
  /** The service fails before it does anything. */
  BROKEN(false),
  /** The service does what it is asked and fails to say so. */
  UNTOLD(false),
  /** The answer comes late. */
  SLOW(false),
  /** As {@link #THROTTLED}, however often the same call is made again. */
  THROTTLED_FOR_GOOD(true),
  /** As {@link #BROKEN}, however often the same call is made again. */
  BROKEN_FOR_GOOD(true);

  private static final long LATE_MILLIS = 1500;

  /** Each service's own words; all others say ThrottlingException with status 400. */
  private static final Map<String, Map.Entry<Integer, String>> THROTTLES =
      Map.of(
          "ec2", Map.entry(503, "RequestLimitExceeded"),
          "s3", Map.entry(503, "SlowDown"),
          "iam", Map.entry(400, "Throttling"),
          "sts", Map.entry(400, "Throttling"),
          "sns", Map.entry(400, "Throttling"),
          "sqs", Map.entry(403, "RequestThrottled"),
          "cloudfront", Map.entry(400, "Throttling"),
          "lambda", Map.entry(429, "TooManyRequestsException"),
          "scheduler", Map.entry(429, "ThrottlingException"));

  private final boolean lasting;

  Fault(boolean lasting) {
    this.lasting = lasting;
  }

  /** Whether every further attempt at the same call meets it too. */
  boolean lasting() {
    return lasting;
  }

  /** Answers the call so. */
  Answer at(Call call, Onward onward) throws IOException {
    return switch (this) {
      case THROTTLED, THROTTLED_FOR_GOOD -> throttled(call);
      case BROKEN, BROKEN_FOR_GOOD -> broken(call);
      case UNTOLD -> {
        onward.pass(call).body().discard();
        yield broken(call);
      }
      case SLOW -> {
        late();
        yield onward.pass(call);
      }
    };
  }

  private static Answer throttled(Call call) throws IOException {
    call.body().discard();
    Map.Entry<Integer, String> own =
        THROTTLES.getOrDefault(call.operation().service(), Map.entry(400, "ThrottlingException"));
    return Refusals.of(call, own.getKey(), own.getValue(), "Rate exceeded");
  }

  private static Answer broken(Call call) throws IOException {
    call.body().discard();
    String code = call.operation().service().equals("ec2") ? "InternalError" : "InternalFailure";
    return Refusals.of(call, 500, code, "An internal error occurred");
  }

  private static void late() throws IOException {
    try {
      Thread.sleep(LATE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while answering late", e);
    }
  }
}
