package com.harena.allinone.move.store;

/** A server failed or refused; the step can be run again once that is mended. */
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Side side;

  /**
   * A failure of one side.
   *
   * @param message what failed on which server, its own words, and what to do; no secret
   */
  public StoreFailure(Side side, String message) {
    super(message);
    this.side = side;
  }

  /** The same, with the exception that tells more under {@code --debug}. */
  public StoreFailure(Side side, String message, Throwable cause) {
    super(message, cause);
    this.side = side;
  }

  /** The same failure, where the server is on that side. */
  public StoreFailure of(Side actual) {
    return side == actual ? this : new StoreFailure(actual, getMessage(), this);
  }

  /** Which side failed. */
  public Side side() {
    return side;
  }
}
