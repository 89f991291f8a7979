package com.harena.allinone.emulator.engine;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A rollback that a caller asks for.
 *
 * @param stackName name or ARN of the stack
 * @param resourcesToSkip resources to leave as they are
 * @param skipFailed whether every resource that fails again is left as it is
 * @param retainExceptOnCreate whether what the failed operation made goes even where it is retained
 * @param token the client request token
 */
public record RollbackRequest(
    String stackName,
    Set<String> resourcesToSkip,
    boolean skipFailed,
    boolean retainExceptOnCreate,
    Optional<String> token) {
  /** Refuses a missing part; the names are copied. */
  public RollbackRequest {
    Objects.requireNonNull(stackName, "stackName");
    resourcesToSkip = Set.copyOf(resourcesToSkip);
    Objects.requireNonNull(token, "token");
  }

  /** A rollback that leaves nothing out. */
  public static RollbackRequest of(String stackName) {
    return new RollbackRequest(stackName, Set.of(), false, false, Optional.empty());
  }
}
