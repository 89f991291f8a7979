package com.harena.allinone.host.owner;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Volumes;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.BackOff;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the data volume to this instance once the owner parameter names it: stops whoever holds
 * the volume, waits until that one is off, detaches without force, attaches.
 *
 * <p>Each turn looks at EC2 as it is, asks once more whether this instance is the owner, and makes
 * at most one call; so it may be cut anywhere and run again. An instance that loses the volume's
 * ownership on the way goes back to waiting.
 */
public final class Takeover {
  /** How long nothing may change before it gives up and the unit begins anew. */
  static final Duration STANDSTILL = Duration.ofMinutes(10);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final Ownership ownership;
  private final Lookout lookout;
  private final Timing timing;
  private final Journal journal;
  private Optional<String> refused = Optional.empty();

  /**
   * Prepares to take one volume over.
   *
   * @param volumeId the data volume
   * @param deployment only an instance with this tag is ever stopped
   */
  public Takeover(
      Ownership ownership,
      Instances instances,
      Volumes volumes,
      String volumeId,
      String deployment,
      Timing timing,
      Journal journal) {
    this.ownership = ownership;
    this.lookout = new Lookout(instances, volumes, ownership.self(), volumeId, deployment);
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Returns when the volume is attached to this instance and this instance owns it.
   *
   * @throws TakeoverFailed if that cannot come about without someone's help
   */
  public Owner run() {
    ownership.await();
    BackOff backOff = new BackOff(timing, FIRST_PAUSE, LONGEST_PAUSE);
    Instant changed = timing.now();
    String told = "";
    while (true) {
      Move move = look();
      if (!move.words().equals(told)) {
        told = move.words();
        journal.say("volume: " + told);
        changed = timing.now();
        backOff.restart();
      } else if (timing.now().isAfter(changed.plus(STANDSTILL))) {
        throw new TakeoverFailed(
            "nothing changed for %d minutes: %s%s"
                .formatted(STANDSTILL.toMinutes(), told, refused.map("; "::concat).orElse("")));
      }
      if (move.kind() != Move.Kind.WAIT) {
        Optional<Owner> owner = ownership.confirmed();
        if (owner.isEmpty()) {
          ownership.await();
          changed = timing.now();
          continue;
        }
        if (move.kind() == Move.Kind.HELD) {
          return owner.get();
        }
        act(move);
      }
      backOff.pause();
    }
  }

  private Move look() {
    try {
      return lookout.next();
    } catch (CloudFailure e) {
      return Move.waiting(passing(e).getMessage());
    }
  }

  private void act(Move move) {
    try {
      move.call().run();
      refused = Optional.empty();
    } catch (CloudFailure e) {
      refused = Optional.of(passing(e).getMessage());
      journal.say("volume: %s; looking again".formatted(e.getMessage()));
    }
  }

  private static CloudFailure passing(CloudFailure failure) {
    if (!failure.passing()) {
      throw failure;
    }
    return failure;
  }
}
