package com.harena.allinone.edge;

import java.util.List;

/** What the distribution serves where, and what it answers while the instance does not. */
public final class DistributionSettings {
  /** The page of the root. */
  public static final String ROOT_OBJECT = "index.html";

  /** Paths that go to the instance. */
  public static final String API_PATH = "/api/*";

  /** Paths that belong to the stack: served as they are, never from a cache. */
  public static final String OWN_PATH = "/" + SleepPage.PREFIX + "*";

  /** Path of the sleep page. */
  public static final String SLEEP_PATH = "/" + SleepPage.KEY;

  /** Status of the sleep page. */
  public static final int ASLEEP = 503;

  /** What CloudFront answers when the instance does not. */
  public static final List<Integer> NO_ANSWER = List.of(502, 504);

  /** Seconds for which such an answer is kept. */
  public static final int NO_ANSWER_SECONDS = 0;

  private DistributionSettings() {}
}
