package com.harena.allinone.emulator.policy;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a call needs to be allowed.
 *
 * @param action such as {@code ec2:StopInstances}
 * @param resource its ARN, or {@code *} for actions without resources; empty when it is not known
 *     here what the action's resources are
 * @param context what else is known
 */
public record Access(String action, Optional<String> resource, ContextKeys context) {
  /** Refuses a missing part. */
  public Access {
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(context, "context");
  }

  /** An action on a resource. */
  public static Access of(String action, String resource, ContextKeys context) {
    return new Access(action, Optional.of(resource), context);
  }

  /** An action that has no resources. */
  public static Access anywhere(String action) {
    return of(action, "*", ContextKeys.none());
  }
}
