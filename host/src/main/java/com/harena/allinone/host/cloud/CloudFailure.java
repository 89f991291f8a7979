package com.harena.allinone.host.cloud;

/** A call that AWS did not carry out. */
public final class CloudFailure extends RuntimeException {
  /** Code of a call that AWS did not answer. */
  public static final String NO_ANSWER = "no answer";

  /** Code when there are no credentials to call with. */
  public static final String NO_CREDENTIALS = "no credentials";

  private final String code;
  private final boolean passing;

  /**
   * Names the call and AWS's answer.
   *
   * @param action what was asked for, such as {@code attach vol-1 to i-1}
   * @param code AWS's error code
   * @param message AWS's own words
   * @param passing whether the same call may succeed later: throttling, a state still changing
   */
  public CloudFailure(String action, String code, String message, boolean passing) {
    super("could not %s: %s (%s)".formatted(action, message, code));
    this.code = code;
    this.passing = passing;
  }

  /** AWS's error code, or one of the codes above. */
  public String code() {
    return code;
  }

  /** Whether the same call may succeed later. */
  public boolean passing() {
    return passing;
  }
}
