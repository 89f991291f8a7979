package com.harena.allinone.host.timing;

import java.time.Duration;
import java.time.Instant;

final class SystemTiming implements Timing {
  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
