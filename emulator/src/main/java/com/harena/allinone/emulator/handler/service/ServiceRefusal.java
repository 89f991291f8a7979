package com.harena.allinone.emulator.handler.service;

/** A service that {@link JsonCalls} speaks to, or one that lives here, refused a call. */
public final class ServiceRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** A refusal by the service's own code. */
  public ServiceRefusal(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The service's code, such as {@code NotFoundException}. */
  public String code() {
    return code;
  }
}
