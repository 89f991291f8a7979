package com.harena.allinone.host.owner;

/** The volume cannot be taken over; nothing was touched that is not this deployment's. */
public final class TakeoverFailed extends RuntimeException {
  TakeoverFailed(String message) {
    super(message);
  }
}
