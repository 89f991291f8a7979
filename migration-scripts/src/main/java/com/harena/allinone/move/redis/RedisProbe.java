package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.store.Side;
import java.util.UUID;

/** Asks the new Redis what an application asks of its cache. */
public final class RedisProbe {
  private static final int EXPIRY_SECONDS = 60;

  private final RedisServer server;

  /** Questions to one server. */
  public RedisProbe(RedisEndpoint endpoint, SecretSource secrets) {
    this.server = new RedisServer(Side.TARGET, endpoint, secrets, RedisServer.ANSWER);
  }

  /**
   * Writes a key of our own that expires by itself, reads it, and deletes it.
   *
   * @throws com.harena.allinone.move.store.StoreFailure if any of it fails
   */
  public String roundTrip() {
    String key = "allinone:probe:" + UUID.randomUUID();
    String value = UUID.randomUUID().toString();
    return server.ask(
        connection -> {
          connection.call("SET", key, value, "EX", EXPIRY_SECONDS, "NX");
          String read = connection.text("GET", key);
          Object deleted = connection.call("DEL", key);
          if (!read.equals(value) || !Long.valueOf(1).equals(deleted)) {
            throw server.failure("does not give back what was written", null);
          }
          return "written, read and deleted";
        });
  }
}
