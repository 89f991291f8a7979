package com.harena.allinone.host.release;

/** Speaks against the bundle, whichever step it comes from; repeating the step does not help. */
public final class BundleFault extends RuntimeException {
  /** Says what is wrong with the bundle. */
  public BundleFault(String message) {
    super(message);
  }

  /** Says what is wrong with the bundle. */
  public BundleFault(String message, Throwable cause) {
    super(message, cause);
  }
}
