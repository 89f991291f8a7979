package com.harena.allinone.machine;

/** The log group into which every container writes. */
public final class ServiceLog {
  /** Days that a line is kept. */
  public static final int DAYS = 7;

  private ServiceLog() {}

  /** Its name, which is fixed: the log driver names it. */
  public static String name(String deployment) {
    return "/allinone/" + deployment;
  }
}
