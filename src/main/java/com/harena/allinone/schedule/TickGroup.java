package com.harena.allinone.schedule;

/**
 * Schedules that are held together and whose errors are counted together.
 *
 * <p>EventBridge Scheduler counts target errors for each schedule group, so starting and stopping
 * have one each: a failed start is worth an alarm, a failed stop at night wakes nobody.
 */
public enum TickGroup {
  /** What makes and expects a running instance: {@code sleep --until} holds all of it. */
  START("start"),
  /** What stops the instance: {@code awake --until} holds all of it. */
  STOP("stop");

  private final String suffix;

  TickGroup(String suffix) {
    this.suffix = suffix;
  }

  /** Name of this schedule group in a deployment, such as {@code harena-production-start}. */
  public String nameIn(String deployment) {
    return deployment + "-" + suffix;
  }
}
