package com.harena.allinone.emulator.cloudfront;

/** CloudFront refuses a call. */
final class CloudFrontRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  CloudFrontRefusal(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  CloudFrontRefusal(int status, String code, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.code = code;
  }

  /** The answer's status. */
  int status() {
    return status;
  }

  /** CloudFront's code. */
  String code() {
    return code;
  }
}
