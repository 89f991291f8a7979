package com.harena.allinone.host.secret;

import com.harena.allinone.compose.ServiceSecrets;

/** Who gives a secret its first value. */
public enum SecretMaker {
  /** The instance, at random, at the first boot that misses it. */
  HOST,
  /** The stack, at random, when it is deployed; CloudFront is told that value and no later one. */
  STACK,
  /** An operator: someone else issued it. */
  OPERATOR;

  /** Who makes the secret of this name. */
  public static SecretMaker of(String name) {
    return switch (name) {
      case ServiceSecrets.DATABASE_PASSWORD, ServiceSecrets.REDIS_PASSWORD -> HOST;
      case ServiceSecrets.ORIGIN_SECRET -> STACK;
      default -> OPERATOR;
    };
  }
}
