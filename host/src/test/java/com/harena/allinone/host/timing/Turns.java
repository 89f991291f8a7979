package com.harena.allinone.host.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Lets several actors run on one virtual clock, one at a time and in an order that depends on the
 * seed alone: whoever waits for the earliest moment goes next. So thousands of interleavings of
 * machines run in seconds, and each can be repeated.
 */
public final class Turns {
  private final Random random;
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore ended = new Semaphore(0);
  private Instant now = VirtualTime.BEGIN;
  private boolean over;

  /** Turns in the order of this seed. */
  public Turns(long seed) {
    random = new Random(seed);
  }

  /** Ends an actor when the play is over. */
  private static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Over() {
      super("over", null, false, false);
    }
  }

  /** The clock of whoever has the turn. */
  public final class Actor implements Timing {
    private final Semaphore turn = new Semaphore(0);
    private Instant wake;
    private Throwable failure;

    private Actor(Instant wake) {
      this.wake = wake;
    }

    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void pause(Duration time) {
      wake = now.plus(time);
      ended.release();
      turn.acquireUninterruptibly();
      if (over) {
        throw new Over();
      }
    }
  }

  /** Whole seconds, chosen between the two, both included. */
  public Duration seconds(int least, int most) {
    return Duration.ofSeconds(least + random.nextInt(most - least + 1));
  }

  /** Milliseconds that a call to AWS takes. */
  public Duration latency() {
    return Duration.ofMillis(20 + random.nextInt(980));
  }

  /** Whether something of this probability happens now. */
  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** The clock that shows the common time and never pauses. */
  public Timing clock() {
    return new Actor(now);
  }

  /** Adds an actor that begins at once. */
  public void add(Consumer<Actor> play) {
    Actor actor = new Actor(now);
    actors.add(actor);
    Thread thread =
        new Thread(
            () -> {
              actor.turn.acquireUninterruptibly();
              try {
                if (!over) {
                  play.accept(actor);
                }
              } catch (Over e) {
                return;
              } catch (RuntimeException | Error e) {
                actor.failure = e;
              } finally {
                actor.wake = Instant.MAX;
                ended.release();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives turns until this moment, then ends every actor; fails if one of them failed. */
  public void playUntil(Instant end) {
    while (true) {
      Actor next = actors.get(0);
      for (Actor actor : actors) {
        next = actor.wake.isBefore(next.wake) ? actor : next;
      }
      if (!next.wake.isBefore(end)) {
        break;
      }
      now = next.wake;
      next.turn.release();
      ended.acquireUninterruptibly();
    }
    over = true;
    for (Actor actor : actors) {
      actor.turn.release();
    }
    for (Actor actor : actors) {
      if (actor.failure != null) {
        throw new AssertionError("an actor failed at " + now, actor.failure);
      }
    }
  }
}
