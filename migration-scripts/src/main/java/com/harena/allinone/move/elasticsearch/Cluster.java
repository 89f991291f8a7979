package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.util.Set;

/**
 * One of the two clusters. What fails for a moment is tried again; the rest is a store's failure.
 */
final class Cluster {
  static final int LIMIT = 32 << 20;
  private static final Set<Integer> BUSY = Set.of(429, 502, 503);

  private final Side side;
  private final ElasticsearchEndpoint endpoint;
  private final Transport transport;
  private final Patience patience;

  Cluster(Side side, ElasticsearchEndpoint endpoint, SecretSource secrets, Patience patience) {
    this.side = side;
    this.endpoint = endpoint;
    this.transport = new Transport(endpoint, secrets);
    this.patience = patience;
  }

  private Cluster(Cluster other, Patience patience) {
    this.side = other.side;
    this.endpoint = other.endpoint;
    this.transport = other.transport;
    this.patience = patience;
  }

  /** The same for a look that waits for no server that may come back. */
  Cluster soonOver() {
    return new Cluster(this, patience.soonOver());
  }

  Side side() {
    return side;
  }

  Patience patience() {
    return patience;
  }

  /** Gets a definition; anything but success is a failure. */
  JsonNode get(String path, Work work) {
    return call(Request.get(path), work);
  }

  /** Sends the request; anything but success is a failure. */
  JsonNode call(Request request, Work work) {
    Reply reply = ask(request, work);
    if (!reply.isOk()) {
      throw refused(request, reply);
    }
    return json(request, reply);
  }

  /** The answer as JSON. */
  JsonNode json(Request request, Reply reply) {
    try {
      return reply.json();
    } catch (IOException e) {
      throw new StoreFailure(side, "%s: %s answered no JSON".formatted(this, request), e);
    }
  }

  /** Sends the request until there is an answer that is neither busy nor lost. */
  Reply ask(Request request, Work work) {
    try {
      return ask(request, LIMIT, work);
    } catch (AnswerTooLarge e) {
      throw new StoreFailure(
          side, "%s: the answer to %s is larger than 32 MiB".formatted(this, request), e);
    }
  }

  /** The same, with a limit of bytes. */
  Reply ask(Request request, int limit, Work work) throws AnswerTooLarge {
    return ask(request, limit, false, work);
  }

  private Reply ask(Request request, int limit, boolean portion, Work work) throws AnswerTooLarge {
    Attempts attempts = new Attempts(this, request, work);
    while (true) {
      Reply reply;
      try {
        reply = once(request, limit, work);
      } catch (AnswerTooLarge e) {
        throw e;
      } catch (IOException e) {
        attempts.lost(e);
        continue;
      }
      if (!BUSY.contains(reply.status())) {
        attempts.over();
        return reply;
      }
      if (portion && isOutOfMemory(reply)) {
        throw new AnswerTooLarge(reply.reason());
      }
      attempts.busy(reply);
    }
  }

  /**
   * The same for what can be asked for in smaller portions.
   *
   * @throws AnswerTooLarge also if the server has not the memory to answer
   */
  Reply askForPortion(Request request, int limit, Work work) throws AnswerTooLarge {
    return ask(request, limit, true, work);
  }

  /** One attempt, as it is. */
  Reply once(Request request, int limit, Work work) throws IOException {
    work.proceed();
    try {
      return transport.send(request, patience.answer(), limit, work);
    } catch (SecretUnavailable e) {
      throw new StoreFailure(side, "%s: %s".formatted(this, e.getMessage()), e);
    }
  }

  static boolean isBusy(Reply reply) {
    return BUSY.contains(reply.status());
  }

  /** Whether the server gave up because the answer would take too much of its memory. */
  static boolean isOutOfMemory(Reply reply) {
    return reply.hasErrorType("circuit_breaking_exception");
  }

  StoreFailure refused(Request request, Reply reply) {
    String mend =
        switch (reply.status()) {
          case 401 -> "; check user and password of this endpoint";
          case 403 ->
              reply.hasErrorType("cluster_block_exception")
                  ? "; lift that block, then run the same command again"
                  : "; give its user the privilege, then run the same command again";
          default -> "";
        };
    return failure("%s answered %d: %s%s".formatted(request, reply.status(), reply.reason(), mend));
  }

  StoreFailure failure(String message) {
    return new StoreFailure(side, this + ": " + message);
  }

  @Override
  public String toString() {
    return "%s (%s)".formatted(endpoint, side.word());
  }
}
