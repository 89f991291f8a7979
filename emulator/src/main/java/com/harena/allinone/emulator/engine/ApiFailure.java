package com.harena.allinone.emulator.engine;

/**
 * An action that CloudFormation refuses, with the code and the message of its answer.
 *
 * <p>The code is what the query protocol's {@code Error/Code} holds, such as {@code
 * ValidationError}; every refusal is an HTTP 400.
 */
public final class ApiFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /** A refusal with a code of its own, such as {@code AlreadyExistsException}. */
  public ApiFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The refusal that CloudFormation uses for most faults. */
  public static ApiFailure validation(String message) {
    return new ApiFailure("ValidationError", message);
  }

  /** The code of the answer. */
  public String code() {
    return code;
  }
}
