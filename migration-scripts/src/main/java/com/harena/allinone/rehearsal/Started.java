package com.harena.allinone.rehearsal;

import com.harena.allinone.move.store.MoveInterrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers that are started at once, and all ended together whatever has become of them. */
final class Started implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "rehearsal");
            thread.setDaemon(true);
            return thread;
          });
  private final List<AutoCloseable> servers = new ArrayList<>();
  private boolean closed;

  /** Begins work of any kind. */
  <T> CompletableFuture<T> begin(Callable<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.call();
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  /** Begins to start a server. */
  <T extends AutoCloseable> CompletableFuture<T> server(Callable<T> start) {
    return begin(() -> ours(start.call()));
  }

  /** What it came to; whatever failed is thrown as it is. */
  static <T> T await(CompletableFuture<T> work) {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  private <T extends AutoCloseable> T ours(T server) throws Exception {
    synchronized (servers) {
      if (!closed) {
        servers.add(server);
        return server;
      }
    }
    server.close();
    throw new IllegalStateException("the rehearsal has ended");
  }

  /** Ends every server; one that starts at this moment ends as soon as it has started. */
  @Override
  public void close() {
    List<AutoCloseable> all;
    synchronized (servers) {
      closed = true;
      all = List.copyOf(servers);
    }
    all.parallelStream()
        .forEach(
            server -> {
              try {
                server.close();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    threads.shutdownNow();
  }
}
