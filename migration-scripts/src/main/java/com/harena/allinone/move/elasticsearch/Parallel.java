package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.move.store.MoveInterrupted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs tasks at once; the first that fails ends the others, and is what the caller sees. */
final class Parallel {
  private Parallel() {}

  static void run(List<Callable<Void>> tasks) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      CompletionService<Void> service = new ExecutorCompletionService<>(threads);
      List<Future<Void>> futures = new ArrayList<>();
      tasks.forEach(task -> futures.add(service.submit(task)));
      for (int i = 0; i < futures.size(); i++) {
        service.take().get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    } catch (ExecutionException e) {
      throw asItWas(e.getCause());
    } finally {
      end(threads);
    }
  }

  private static IOException asItWas(Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      throw failure;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io ? io : new IOException(cause);
  }

  private static void end(ExecutorService threads) {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a thread of the move does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
