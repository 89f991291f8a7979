package com.harena.allinone.host.remote;

/** A deployment of which AWS has no trace. */
public final class NotDeployed extends RuntimeException {
  /** Says what is missing. */
  public NotDeployed(String message) {
    super(message);
  }
}
