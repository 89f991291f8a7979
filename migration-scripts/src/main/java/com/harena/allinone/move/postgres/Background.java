package com.harena.allinone.move.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs a piece of work in a thread of its own, and says when it failed. */
final class Background<T> {
  private final AtomicBoolean failed;
  private final Supplier<T> piece;

  Background(AtomicBoolean failed, Supplier<T> piece) {
    this.failed = failed;
    this.piece = piece;
  }

  CompletableFuture<T> start() {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(piece.get());
              } catch (RuntimeException | Error e) {
                failed.set(true);
                result.completeExceptionally(e);
              }
            },
            "postgres-inventory");
    thread.setDaemon(true);
    thread.start();
    return result;
  }
}
