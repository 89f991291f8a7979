package com.harena.allinone.emulator.chaos;

import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Trials side by side, each with a local AWS of its own: a run waits most of its time, for answers
 * that come late and for calls that are made again.
 */
final class Beside implements AutoCloseable {
  private final Path folder;
  private final ExecutorService threads;
  private final AtomicInteger number = new AtomicInteger();
  private final Queue<Trial> trials = new ConcurrentLinkedQueue<>();
  private final Deque<Trial> free = new ConcurrentLinkedDeque<>();

  /**
   * None is started before there is work for it.
   *
   * @param folder holds their files
   * @param count how many there are at most
   */
  Beside(Path folder, int count) {
    this.folder = folder;
    threads = Executors.newFixedThreadPool(count);
  }

  /**
   * Does each piece of work on a trial that is free, in this order, and waits for all.
   *
   * @throws AssertionError if a piece of work throws, or a trial cannot start
   */
  <T> void each(List<T> work, BiConsumer<Trial, T> doing) {
    List<Future<?>> all =
        work.stream().<Future<?>>map(one -> threads.submit(() -> onAFreeOne(one, doing))).toList();
    try {
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a run could not be made: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      all.forEach(each -> each.cancel(false));
    }
  }

  /** Does one piece of work. */
  void one(Consumer<Trial> doing) {
    each(List.of(doing), (trial, one) -> one.accept(trial));
  }

  private <T> void onAFreeOne(T work, BiConsumer<Trial, T> doing) {
    Trial trial = free.poll();
    if (trial == null) {
      trial = started();
    }
    try {
      doing.accept(trial, work);
    } finally {
      free.push(trial);
    }
  }

  private Trial started() {
    Trial trial = new Trial(folder.resolve("trial-" + number.getAndIncrement()));
    trials.add(trial);
    return trial;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    trials.forEach(Trial::close);
  }
}
