package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;
import java.time.Duration;

/** All logical databases of a Redis server. */
public final class RedisStore implements Store {
  private final RedisServer source;
  private final RedisServer target;
  private final WriteStop stop;

  /**
   * A move from one server to another.
   *
   * @param stop how the cut-over keeps others from writing to the source
   */
  public RedisStore(
      RedisEndpoint source, RedisEndpoint target, SecretSource secrets, WriteStop stop) {
    this(source, target, secrets, stop, RedisServer.ANSWER);
  }

  RedisStore(
      RedisEndpoint source,
      RedisEndpoint target,
      SecretSource secrets,
      WriteStop stop,
      Duration answer) {
    this.source = new RedisServer(Side.SOURCE, source, secrets, answer);
    this.target = new RedisServer(Side.TARGET, target, secrets, answer);
    this.stop = stop;
  }

  @Override
  public String name() {
    return "redis";
  }

  @Override
  public Checker checker() {
    return new RedisChecker(source, target);
  }

  @Override
  public Source source() {
    return new RedisSource(source, stop);
  }

  @Override
  public Sink sink() {
    return new RedisSink(target);
  }

  @Override
  public Verifier verifier() {
    return new RedisVerifier(source, target);
  }
}
