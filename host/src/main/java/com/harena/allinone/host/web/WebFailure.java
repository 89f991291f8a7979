package com.harena.allinone.host.web;

/** No answer from an address of the web; may pass. */
public final class WebFailure extends RuntimeException {
  /** Says what was tried and why it failed; never with a signed address. */
  public WebFailure(String message) {
    super(message);
  }
}
