package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Demands more replicas than there are, so that the server answers every write with {@code
 * NOREPLICAS}, those of scripts and transactions too, until it is told otherwise or restarted. It
 * needs {@code CONFIG}.
 *
 * <p>The number demanded remembers the one before, so nothing else must be kept to undo it.
 */
final class ReplicaCountStop implements WriteStop {
  private static final String COUNT = "min-replicas-to-write";
  private static final String LAG = "min-replicas-max-lag";
  private static final int OURS = 1_000_000;
  private static final int WITHOUT_LAG = 2_000_000;
  private static final int DEFAULT_LAG_SECONDS = 10;

  @Override
  public void stop(Server server, Work work) {
    int before = setting(server, COUNT);
    boolean withoutLag = before >= OURS ? before >= WITHOUT_LAG : setting(server, LAG) == 0;
    if (before < OURS) {
      set(server, COUNT, (withoutLag ? WITHOUT_LAG : OURS) + before);
    }
    if (withoutLag) {
      set(server, LAG, DEFAULT_LAG_SECONDS);
    }
    prove(server);
  }

  private static void prove(Server server) {
    try {
      server.call("DEL", MoveMark.KEY + ":" + System.nanoTime());
    } catch (CommandRefused e) {
      if (e.begins("NOREPLICAS")) {
        return;
      }
      throw e;
    }
    throw new CommandRefused(
        "%s does not stop writes here, as on a replica; name the primary".formatted(COUNT));
  }

  @Override
  public void resume(Server server, Work work) {
    int now = setting(server, COUNT);
    if (now < OURS) {
      return;
    }
    if (now >= WITHOUT_LAG) {
      set(server, LAG, 0);
    }
    set(server, COUNT, now % OURS);
  }

  private static int setting(Server server, String name) {
    List<?> answer = (List<?>) server.call("CONFIG", "GET", name);
    if (answer.size() < 2) {
      throw new CommandRefused("ERR no setting " + name);
    }
    return Integer.parseInt(new String((byte[]) answer.get(1), StandardCharsets.US_ASCII));
  }

  private static void set(Server server, String name, int value) {
    server.call("CONFIG", "SET", name, value);
  }
}
