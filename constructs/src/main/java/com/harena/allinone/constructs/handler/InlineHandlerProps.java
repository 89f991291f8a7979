package com.harena.allinone.constructs.handler;

import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.handler.HandlerSource;
import com.harena.allinone.machine.Permission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * What an {@link InlineHandler} runs and may do.
 *
 * @param function source, description and time-out
 * @param statements what it may do beside writing its log; nothing unless given
 */
public record InlineHandlerProps(HandlerFunction function, List<PolicyStatement> statements) {
  /** Refuses absent parts. */
  public InlineHandlerProps {
    Objects.requireNonNull(function, "function");
    statements = List.copyOf(statements);
  }

  /** A function of the core with what the core says that it may do. */
  public static InlineHandlerProps of(HandlerFunction function, List<Permission> permissions) {
    return new InlineHandlerProps(function, permissions.stream().map(Policies::statement).toList());
  }

  /** A builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link InlineHandlerProps}. */
  public static final class Builder {
    private HandlerSource source;
    private String description;
    private Duration timeout = HandlerFunction.DEFAULT_TIMEOUT;
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

    /** Sets the time for one request, one minute unless given. */
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
      return new InlineHandlerProps(new HandlerFunction(source, description, timeout), statements);
    }
  }
}
