package com.harena.allinone.box;

import com.harena.allinone.host.command.CommandResult;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An operator elsewhere: the command line as a process of its own, from the checkout. */
final class Operator {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final URI aws;

  /** Calls AWS at an address, as somebody who may do everything. */
  Operator(URI aws) {
    this.aws = aws;
  }

  /** Runs {@code allinone} with these words, and tells how it ended and what it said. */
  CommandResult run(String... words) {
    String checkout = System.getProperty("allinone.checkout");
    List<String> all = new ArrayList<>(List.of("env", "--chdir=" + checkout));
    all.addAll(List.of("-u", "AWS_PROFILE", "-u", "AWS_SESSION_TOKEN"));
    all.addAll(List.of("AWS_ENDPOINT_URL=" + aws, "AWS_EC2_METADATA_DISABLED=true"));
    all.addAll(List.of("AWS_ACCESS_KEY_ID=operator", "AWS_SECRET_ACCESS_KEY=operator"));
    all.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dallinone.checkout=" + checkout,
            "-jar",
            System.getProperty("allinone.jar")));
    all.addAll(Arrays.asList(words));
    return Programs.attempt(LIMIT, all);
  }

  /**
   * Runs it, and gives what it printed.
   *
   * @throws AssertionError unless it ended with 0
   */
  String prints(String... words) {
    CommandResult result = run(words);
    if (!result.succeeded()) {
      throw new AssertionError(
          "allinone %s ended with %d: %s%s"
              .formatted(
                  String.join(" ", words), result.exitCode(), result.output(), result.errors()));
    }
    return result.output();
  }
}
