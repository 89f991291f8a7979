package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.time.Duration;

/**
 * {@code CLIENT PAUSE … WRITE}: writers wait. For managed servers without {@code CONFIG}, from
 * Redis 7 on; in Redis 6.2 it would stop the script too that reads exact expiries.
 *
 * <p>It lasts seven days, unless the server is restarted; stopping again renews it.
 */
final class PausedWrites implements WriteStop {
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public void stop(Server server, Work work) {
    server.call("PEXPIRETIME", MoveMark.KEY);
    server.call("CLIENT", "PAUSE", LONGEST.toMillis(), "WRITE");
  }

  @Override
  public void resume(Server server, Work work) {
    server.call("CLIENT", "UNPAUSE");
  }
}
