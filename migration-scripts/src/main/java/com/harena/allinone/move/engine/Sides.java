package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Takes inventories of stores and compares them. */
public final class Sides {
  private final MoveSession session;

  public Sides(MoveSession session) {
    this.session = session;
  }

  /** Both live sides of a store, read at once. */
  private record Both(Inventory source, Inventory target) {}

  private Both both(Store store) throws IOException {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            2,
            work -> {
              Thread thread = new Thread(work, "inventory");
              thread.setDaemon(true);
              return thread;
            });
    Interruption other = new Interruption();
    try {
      Future<Inventory> source = threads.submit(one(store, Side.SOURCE, other));
      Future<Inventory> target = threads.submit(one(store, Side.TARGET, other));
      return new Both(await(source, target), await(target, source));
    } finally {
      other.ask();
      threads.shutdownNow();
      awaitEnd(threads);
    }
  }

  private Callable<Inventory> one(Store store, Side side, Interruption other) {
    return () -> {
      try {
        return session.look(
            store.name() + " (" + side.word() + ")",
            () -> {
              session.proceed();
              other.proceed();
            },
            work -> store.verifier().inventory(side, work));
      } catch (RuntimeException | IOException | Error e) {
        other.ask();
        throw e;
      }
    };
  }

  private static Inventory await(Future<Inventory> side, Future<Inventory> other)
      throws IOException {
    try {
      return side.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MoveInterrupted();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof MoveInterrupted && failure(other) != null) {
        throw rethrown(failure(other));
      }
      throw rethrown(e.getCause());
    }
  }

  /** Why the other side failed, if that is what made this one end; null if it did not fail. */
  private static Throwable failure(Future<Inventory> other) {
    try {
      other.get();
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof MoveInterrupted ? null : e.getCause();
    }
  }

  private static RuntimeException rethrown(Throwable cause) throws IOException {
    if (cause instanceof IOException io) {
      throw io;
    } else if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }

  /** Waits until nobody works on a server any more, also when this thread was interrupted. */
  private static void awaitEnd(ExecutorService threads) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(10, java.util.concurrent.TimeUnit.SECONDS);
        if (interrupted) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Compares both live sides. */
  public Comparison live(Store store) throws IOException {
    Both both = both(store);
    return session.look(
        store.name(),
        work ->
            Comparison.of(
                store.name(),
                both.source(),
                both.target(),
                (source, target) -> Optional.of(store.verifier().locate(source, target, work))));
  }

  /** Compares a backup with the live target. */
  public Comparison backedUp(Store store, Inventory contents, Path folder) throws IOException {
    Inventory target = target(store, contents);
    return session.look(
        store.name(),
        work ->
            Comparison.of(
                store.name(),
                contents,
                target,
                (expected, found) -> {
                  try {
                    return store.verifier().locate(folder, expected, found, work);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /** What the target holds now, made comparable with an earlier inventory. */
  public Inventory target(Store store, Inventory comparable) throws IOException {
    return now(Side.TARGET, store, comparable);
  }

  private Inventory now(Side side, Store store, Inventory comparable) throws IOException {
    return session.look(store.name(), work -> store.verifier().inventory(side, comparable, work));
  }

  /** What differs between an earlier inventory of the source and now, by items without keys. */
  public Comparison sinceOnSource(Store store, Inventory before) throws IOException {
    return Comparison.of(
        store.name(),
        before,
        now(Side.SOURCE, store, before),
        (earlier, later) -> Optional.empty());
  }

  /** What differs between an earlier inventory of the target and now. */
  public Comparison since(Store store, Inventory before) throws IOException {
    Inventory now = target(store, before);
    return session.look(
        store.name(),
        work ->
            Comparison.of(
                store.name(),
                before,
                now,
                (source, target) -> Optional.of(store.verifier().locate(source, target, work))));
  }
}
