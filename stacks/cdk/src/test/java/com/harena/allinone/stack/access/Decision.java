package com.harena.allinone.stack.access;

/** How a request ends. */
enum Decision {
  /** Some statement allows it and none denies it. */
  ALLOWED,
  /** A statement denies it. */
  DENIED_EXPLICITLY,
  /** Nothing allows it. */
  DENIED_BY_DEFAULT
}
