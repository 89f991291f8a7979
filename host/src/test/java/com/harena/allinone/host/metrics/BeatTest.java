package com.harena.allinone.host.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BeatTest {
  private final Pauses pauses = new Pauses();
  private final AtomicInteger published = new AtomicInteger();
  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void publishesEveryTwoMinutesAndNotWhenTheWorkBegins() {
    String result =
        beat(published::incrementAndGet)
            .during(
                () -> {
                  pauses.begun();
                  assertThat(published).hasValue(0);
                  pauses.pass();
                  assertThat(published).hasValue(1);
                  pauses.pass();
                  assertThat(published).hasValue(2);
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(pauses.asked).containsOnly(Duration.ofMinutes(2));
    assertThat(said).isEmpty();
  }

  @Test
  void publishesNothingOnceTheWorkHasEnded() throws InterruptedException {
    pauses.deaf = true;
    beat(published::incrementAndGet)
        .during(
            () -> {
              pauses.begun();
              return "done";
            });

    pauses.end();

    assertThat(published).hasValue(0);
    assertThat(said).isEmpty();
  }

  @Test
  void isAtAnEndWithTheWorkWithoutAWord() throws InterruptedException {
    assertThatThrownBy(
            () ->
                beat(published::incrementAndGet)
                    .during(
                        () -> {
                          pauses.begun();
                          throw new IllegalArgumentException("the work's own failure");
                        }))
        .hasMessage("the work's own failure");

    pauses.thread.join();

    assertThat(pauses.thread.isDaemon()).isTrue();
    assertThat(published).hasValue(0);
    assertThat(said).isEmpty();
  }

  @Test
  void saysItsFailureOnceAndGoesOnWithoutFailingTheWork() {
    String result =
        beat(() -> {
              published.incrementAndGet();
              throw published.get() == 1
                  ? new IllegalStateException("CloudWatch does not answer")
                  : new IllegalStateException("nor now");
            })
            .during(
                () -> {
                  pauses.begun();
                  pauses.pass();
                  pauses.pass();
                  return "done";
                });

    assertThat(result).isEqualTo("done");
    assertThat(published).hasValue(2);
    assertThat(said)
        .containsExactly("metrics are not published meanwhile: CloudWatch does not answer");
  }

  private Beat beat(Runnable publish) {
    return new Beat(publish, pauses, said::add);
  }

  /** Each pause lasts until the test lets it pass, or somebody interrupts it. */
  private static final class Pauses implements Timing {
    private final List<Duration> asked = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore passed = new Semaphore(0);
    private volatile boolean deaf;
    private volatile Thread thread;

    @Override
    public Instant now() {
      throw new UnsupportedOperationException("nobody asks for the time");
    }

    @Override
    public void pause(Duration time) {
      thread = Thread.currentThread();
      asked.add(time);
      begun.release();
      try {
        if (deaf) {
          passed.acquireUninterruptibly();
        } else {
          passed.acquire();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }

    /** Returns once a pause has begun. */
    private void begun() {
      try {
        assertThat(begun.tryAcquire(10, TimeUnit.SECONDS)).as("somebody pauses").isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while waiting", e);
      }
    }

    /** Ends the pause, and returns once the next one has begun. */
    private void pass() {
      passed.release();
      begun();
    }

    /** Ends the last pause, and returns once nobody pauses any more. */
    private void end() throws InterruptedException {
      passed.release();
      thread.join();
    }
  }
}
