package com.harena.allinone.emulator.fleet;

/** EC2 refuses a call, with the code and words of AWS. */
public final class Ec2Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /** A refusal of the caller's request. */
  public Ec2Failure(String code, String message) {
    this(400, code, message);
  }

  /** A refusal with another status. */
  public Ec2Failure(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** EC2's error code. */
  public String code() {
    return code;
  }
}
