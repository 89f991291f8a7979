package com.harena.allinone.move.elasticsearch;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Collects a body in one array that grows, up to a limit. */
final class BodyReader implements BodySubscriber<Reply> {
  private static final int FIRST = 16 * 1024;

  private final int status;
  private final int limit;
  private final CompletableFuture<Reply> result = new CompletableFuture<>();
  private Flow.Subscription subscription;
  private byte[] buffer;
  private int length;

  /**
   * Reads the body of an answer.
   *
   * @param limit bytes that are too many
   */
  BodyReader(HttpResponse.ResponseInfo info, int limit) {
    this.status = info.statusCode();
    this.limit = limit;
    long length = info.headers().firstValueAsLong("Content-Length").orElse(FIRST);
    this.buffer = new byte[(int) Math.max(FIRST, Math.min(limit, length))];
  }

  @Override
  public CompletionStage<Reply> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> parts) {
    for (ByteBuffer part : parts) {
      int more = part.remaining();
      if (length + more > limit) {
        subscription.cancel();
        result.completeExceptionally(new AnswerTooLarge(limit));
        return;
      }
      if (length + more > buffer.length) {
        int doubled = (int) Math.min(limit, 2L * buffer.length);
        buffer = Arrays.copyOf(buffer, Math.max(length + more, doubled));
      }
      part.get(buffer, length, more);
      length += more;
    }
  }

  @Override
  public void onError(Throwable cause) {
    result.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    result.complete(new Reply(status, buffer, length));
  }
}
