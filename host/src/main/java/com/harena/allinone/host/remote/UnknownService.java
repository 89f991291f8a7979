package com.harena.allinone.host.remote;

/** A service that a deployment does not have. */
public final class UnknownService extends RuntimeException {
  /** Says which there are. */
  public UnknownService(String message) {
    super(message);
  }
}
