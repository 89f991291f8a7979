package com.harena.allinone.constructs.handler;

import com.harena.allinone.handler.HandlerSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What an {@link InlineHandler} runs and may do.
 *
 * @param source its JavaScript
 * @param description what it is for, in one line; shown in the Lambda console
 * @param timeout time for one request, 30 seconds to 15 minutes; one minute unless given
 * @param statements what it may do beside writing its log; nothing unless given
 */
public record InlineHandlerProps(
    HandlerSource source, String description, Duration timeout, List<PolicyStatement> statements) {
  /** Time for one request unless another is given. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);

  /** The prologue keeps this much for the answer, so a shorter time leaves none for the work. */
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  /** Lambda's own limit. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Refuses a time-out that Lambda, or the prologue, does not take. */
  public InlineHandlerProps {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(description, "description");
    if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "handler %s has a time-out of %s: give 30 seconds to 15 minutes"
              .formatted(source.name(), timeout));
    }
    statements = List.copyOf(statements);
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link InlineHandlerProps}. */
  public static final class Builder {
    private HandlerSource source;
    private String description;
    private Duration timeout = DEFAULT_TIMEOUT;
    private final List<PolicyStatement> statements = new ArrayList<>();

    private Builder() {}

    /** Sets the JavaScript to run. */
    public Builder source(HandlerSource value) {
      source = value;
      return this;
    }

    /** Sets the description. */
    public Builder description(String value) {
      description = value;
      return this;
    }

    /** Sets the time for one request. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** Adds what the function may do. */
    public Builder allow(PolicyStatement... values) {
      statements.addAll(List.of(values));
      return this;
    }

    /** The props. */
    public InlineHandlerProps build() {
      return new InlineHandlerProps(source, description, timeout, statements);
    }
  }
}
