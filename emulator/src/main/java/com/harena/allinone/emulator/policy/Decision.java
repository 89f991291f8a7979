package com.harena.allinone.emulator.policy;

import java.util.List;

/** What IAM decides. */
public enum Decision {
  /** A statement allows it and none denies it. */
  ALLOWED,
  /** A statement denies it, whatever others allow. */
  DENIED,
  /** No statement allows it. */
  NOT_ALLOWED;

  /** Decides by all policies together. */
  public static Decision of(List<Policy> policies, Access access) {
    boolean allowed = false;
    for (Policy policy : policies) {
      for (Statement statement : policy.statements()) {
        if (statement.applies(access)) {
          if (!statement.allows()) {
            return DENIED;
          }
          allowed = true;
        }
      }
    }
    return allowed ? ALLOWED : NOT_ALLOWED;
  }

  /** The end of IAM's sentence that begins "… is not authorized to perform …". */
  String because(String action) {
    return this == DENIED
        ? "with an explicit deny in an identity-based policy"
        : "because no identity-based policy allows the %s action".formatted(action);
  }
}
