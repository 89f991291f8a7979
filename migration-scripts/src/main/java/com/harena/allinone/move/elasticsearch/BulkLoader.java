package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Loads an index by bulk requests, as many at once as the cluster bears. A request that is refused
 * because the cluster is busy is sent again; so are single documents. Sending twice does no harm:
 * each carries its version. Any other error of a document ends the load and names it.
 */
final class BulkLoader {
  private static final String ASKED =
      "?pipeline=_none&filter_path=errors,items.*.status,items.*.error";
  private static final byte[] FINE = "{\"errors\":false".getBytes(StandardCharsets.US_ASCII);

  private final Cluster cluster;
  private final String index;
  private final String path;
  private final Throttle throttle;
  private final Work work;

  BulkLoader(Cluster cluster, String index, Work work) {
    this.cluster = cluster;
    this.index = index;
    this.path = "/" + Request.encoded(index) + "/_bulk" + ASKED;
    this.throttle = new Throttle(work.jobs());
    this.work = work;
  }

  /** Sends every member; returns when all documents are in. */
  void load(BulkFileReader members) throws IOException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < work.jobs(); i++) {
      tasks.add(
          () -> {
            for (Optional<Member> next = members.take(); next.isPresent(); next = members.take()) {
              send(next.get());
              members.sent(next.get());
              work.progress().advance(next.get().documents());
            }
            return null;
          });
    }
    Parallel.run(tasks);
  }

  private void send(Member member) throws IOException {
    Request request = Request.compressedBulk(path, member.gzip());
    Attempts attempts = new Attempts(cluster, new Sent(request, member), work);
    Reply reply = answer(request, attempts);
    if (isFine(reply)) {
      throttle.faster();
    } else if (member.documents() == 1) {
      one(member, request, reply, attempts);
    } else if (reply.status() == 413) {
      halves(BulkLines.of(member), attempts);
    } else {
      rest(BulkLines.of(member), reply, attempts);
    }
  }

  /** A request as a message names it. */
  private record Sent(Request request, Member member) {
    @Override
    public String toString() {
      int more = member.documents() - 1;
      try {
        return "%s of document %s%s"
            .formatted(
                request,
                BulkLines.firstId(member),
                more == 0 ? "" : " and %d more".formatted(more));
      } catch (IOException e) {
        return request.toString();
      }
    }
  }

  /** A document alone, which may be large: it is sent again as it is. */
  private void one(Member member, Request request, Reply first, Attempts attempts)
      throws IOException {
    Reply reply = first;
    while (!isFine(reply)) {
      if (reply.status() == 413) {
        throw tooLarge(BulkLines.firstId(member));
      }
      List<Rejection> rejected = rejected(1, reply, number -> BulkLines.firstId(member));
      if (rejected.isEmpty()) {
        break;
      }
      busy(BulkLines.firstId(member), rejected, attempts);
      reply = answer(request, attempts);
    }
    attempts.over();
  }

  /** Sends what was not taken until nothing is left. */
  private void rest(List<byte[]> sent, Reply first, Attempts attempts) throws IOException {
    List<byte[]> left = sent;
    for (Reply reply = first; !isFine(reply); ) {
      List<byte[]> pairs = left;
      List<Rejection> rejected =
          rejected(pairs.size(), reply, number -> BulkLines.id(pairs.get(number)));
      if (rejected.isEmpty()) {
        break;
      }
      if (rejected.size() < pairs.size()) {
        attempts.over();
      }
      left = rejected.stream().map(each -> pairs.get(each.number())).toList();
      busy(BulkLines.id(left.get(0)), rejected, attempts);
      reply = answer(Request.bulk(path, left), attempts);
    }
    attempts.over();
  }

  /** Waits, or fails with the name of the first document that was not taken. */
  private void busy(String id, List<Rejection> rejected, Attempts attempts) {
    throttle.slower();
    String more = rejected.size() == 1 ? "" : " (and %d more)".formatted(rejected.size() - 1);
    attempts.busy(
        "index %s: document %s%s".formatted(index, id, more),
        rejected.get(0).status(),
        rejected.get(0).reason());
  }

  /** The request is larger than the server takes. */
  private void halves(List<byte[]> pairs, Attempts attempts) throws IOException {
    if (pairs.size() == 1) {
      throw tooLarge(BulkLines.id(pairs.get(0)));
    }
    int middle = pairs.size() / 2;
    for (List<byte[]> half :
        List.of(pairs.subList(0, middle), pairs.subList(middle, pairs.size()))) {
      Reply reply = answer(Request.bulk(path, half), attempts);
      if (reply.status() == 413) {
        halves(half, attempts);
      } else if (!isFine(reply)) {
        rest(half, reply, attempts);
      }
    }
  }

  private StoreFailure tooLarge(String id) {
    return cluster.failure(
        "index %s: document %s is larger than a request may be; raise http.max_content_length there"
            .formatted(index, id));
  }

  /** The first answer that is not busy. */
  private Reply answer(Request request, Attempts attempts) throws AnswerTooLarge {
    while (true) {
      Reply reply = null;
      throttle.enter(work);
      try {
        reply = cluster.once(request, Cluster.LIMIT, work);
      } catch (AnswerTooLarge e) {
        throw e;
      } catch (IOException e) {
        throttle.slower();
        attempts.lost(e);
      } finally {
        throttle.leave();
      }
      if (reply != null && !Cluster.isBusy(reply)) {
        return reply;
      }
      if (reply != null) {
        throttle.slower();
        attempts.busy(reply);
      }
    }
  }

  private static boolean isFine(Reply reply) {
    if (reply.status() != 200 || reply.length() < FINE.length) {
      return false;
    }
    for (int i = 0; i < FINE.length; i++) {
      if (reply.buffer()[i] != FINE[i]) {
        return false;
      }
    }
    return true;
  }

  private interface Ids {
    String of(int number) throws IOException;
  }

  /** A document that is to be sent again: the cluster has too much to do to take it. */
  private record Rejection(int number, int status, String reason) {}

  /** Which documents are to be sent again; none if there are no errors at all. */
  private List<Rejection> rejected(int sent, Reply reply, Ids ids) throws IOException {
    if (!reply.isOk()) {
      throw cluster.refused(Request.bulk(path, List.of()), reply);
    }
    JsonNode items = reply.json().path("items");
    if (items.size() != sent) {
      throw cluster.failure(
          "index %s: %d documents sent, %d answered; run the same command again"
              .formatted(index, sent, items.size()));
    }
    List<Rejection> again = new ArrayList<>();
    for (int i = 0; i < sent; i++) {
      JsonNode item = items.get(i).elements().next();
      int status = item.path("status").asInt();
      if (status == 429 || status == 503) {
        again.add(new Rejection(i, status, item.path("error").path("reason").asText()));
      } else if (status >= 300) {
        throw refused(ids.of(i), status, item.path("error"));
      }
    }
    return again;
  }

  private StoreFailure refused(String id, int status, JsonNode error) {
    String cause = error.path("caused_by").path("reason").asText("");
    return cluster.failure(
        "index %s refuses document %s (%d): %s%s; mend the document or the mapping on the source and begin with a new backup"
            .formatted(
                index,
                id,
                status,
                error.path("reason").asText(),
                cause.isEmpty() ? "" : " (" + cause + ")"));
  }
}
