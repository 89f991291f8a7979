package com.harena.allinone.host.backend;

import com.harena.allinone.host.web.HealthPath;
import java.time.Duration;

/** For how long the backend does not answer, measured from a beginning to an end. */
public interface Gap {
  /** Ends the measuring, and tells the sum of all the time without an answer. */
  Duration end();

  /** Begins to measure. */
  @FunctionalInterface
  interface Meter {
    /** Begins to ask this page. */
    Gap begin(HealthPath health);
  }
}
