package com.harena.allinone.move.redis;

import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.redis.rdb.DamagedValue;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** One side's server: opens connections, and turns what goes wrong on them into its failure. */
final class RedisServer {
  /**
   * How long an answer may take: longer than a minute for which a server is made to stand still.
   */
  static final Duration ANSWER = Duration.ofMinutes(2);

  private static final long LOADING_NANOSECONDS = 60_000_000_000L;

  private final Side side;
  private final RedisEndpoint endpoint;
  private final SecretSource secrets;
  private final Duration answer;

  RedisServer(Side side, RedisEndpoint endpoint, SecretSource secrets, Duration answer) {
    this.side = side;
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.answer = answer;
  }

  Side side() {
    return side;
  }

  /** What to do with a connection. */
  interface Task<T> {
    T run(RedisConnection connection) throws IOException;
  }

  /**
   * Runs the task on a connection of its own.
   *
   * @throws StoreFailure if the server cannot be reached, ends the connection or refuses a command
   * @throws MoveInterrupted if this thread was interrupted while it waited for the server
   */
  <T> T with(Task<T> task) throws IOException {
    try (RedisConnection connection = open()) {
      return task.run(connection);
    } catch (JedisConnectionException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new MoveInterrupted();
      }
      throw failure(unreachable(e), e);
    } catch (CommandRefused e) {
      throw failure("refused a command: " + e.getMessage(), e);
    } catch (DamagedValue e) {
      throw failure("a value cannot be read: " + e.getMessage(), e);
    }
  }

  /** The same for a task that neither reads nor writes files. */
  <T> T ask(Function<RedisConnection, T> task) {
    try {
      return with(task::apply);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  StoreFailure failure(String what, Throwable cause) {
    return new StoreFailure(side, "%s (%s): %s".formatted(endpoint, side.word(), what), cause);
  }

  private static String unreachable(JedisConnectionException e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    String words =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return "no answer: %s; check address, TLS and that the server runs, then run it again"
        .formatted(words);
  }

  private RedisConnection open() {
    RedisConnection connection;
    try {
      connection =
          new RedisConnection(RedisSocket.open(endpoint.address(), endpoint.tls(), answer));
    } catch (IOException e) {
      throw new JedisConnectionException(e);
    }
    try {
      authenticate(connection);
      awaitLoaded(connection);
      return connection;
    } catch (RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void authenticate(RedisConnection connection) {
    if (endpoint.password().isEmpty()) {
      return;
    }
    try {
      String password = secrets.get(endpoint.password().get()).reveal();
      if (endpoint.user().isPresent()) {
        connection.call("AUTH", endpoint.user().get(), password);
      } else {
        connection.call("AUTH", password);
      }
    } catch (CommandRefused e) {
      throw failure(
          "refuses the %s with the password of %s: %s"
              .formatted(
                  endpoint.user().map(name -> "user " + name).orElse("default user"),
                  endpoint.password().get(),
                  e.getMessage().split(" ", 2)[0].toLowerCase(Locale.ROOT)),
          e);
    } catch (SecretUnavailable e) {
      throw failure(e.getMessage(), e);
    }
  }

  /** A server that was started a moment ago reads its own files first. */
  private void awaitLoaded(RedisConnection connection) {
    long deadline = System.nanoTime() + LOADING_NANOSECONDS;
    while (true) {
      try {
        connection.call("PING");
        return;
      } catch (CommandRefused e) {
        if (!e.begins("LOADING") || System.nanoTime() > deadline) {
          throw failure(refusal(e), e);
        }
        pause();
      }
    }
  }

  private static String refusal(CommandRefused e) {
    return e.begins("NOAUTH")
        ? "wants a password and the endpoint names none; add a reference to it"
        : "refused PING: " + e.getMessage();
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JedisConnectionException("interrupted", e);
    }
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }
}
