package com.harena.allinone.host.owner;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.BackOff;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.util.Optional;

/** Whether the owner parameter names this instance; waiting until it does. */
public final class Ownership {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String parameter;
  private final String self;
  private final Parameters parameters;
  private final Timing timing;
  private final Journal journal;

  /**
   * Reads one parameter for one instance.
   *
   * @param parameter name of the owner parameter
   * @param self id of this instance
   */
  public Ownership(
      String parameter, String self, Parameters parameters, Timing timing, Journal journal) {
    this.parameter = parameter;
    this.self = self;
    this.parameters = parameters;
    this.timing = timing;
    this.journal = journal;
  }

  /** Id of this instance. */
  public String self() {
    return self;
  }

  /**
   * Returns once the parameter names this instance, however long that takes, and touches nothing
   * meanwhile. Each change of what it says is told once.
   */
  public Owner await() {
    BackOff backOff = new BackOff(timing, FIRST_PAUSE, LONGEST_PAUSE);
    String told = "";
    while (true) {
      Reading reading = read();
      if (reading.owner().filter(this::isSelf).isPresent()) {
        if (!told.isEmpty()) {
          journal.say("owner: %s names this instance now".formatted(parameter));
        }
        return reading.owner().get();
      }
      if (!reading.words().equals(told)) {
        told = reading.words();
        journal.say(
            "owner: %s; this instance is %s and waits, touching nothing".formatted(told, self));
        backOff.restart();
      }
      backOff.pause();
    }
  }

  /** What the parameter says right now if it names this instance; else, or unreadable, empty. */
  public Optional<Owner> confirmed() {
    return read().owner().filter(this::isSelf);
  }

  private boolean isSelf(Owner owner) {
    return owner.instance().equals(self);
  }

  private Reading read() {
    try {
      Optional<String> value = parameters.find(parameter);
      if (value.isEmpty()) {
        return new Reading(Optional.empty(), "there is no parameter " + parameter);
      }
      Owner owner = Owner.parse(value.get());
      return new Reading(Optional.of(owner), "%s names %s".formatted(parameter, owner.instance()));
    } catch (IllegalArgumentException e) {
      return new Reading(
          Optional.empty(), "%s cannot be read: %s".formatted(parameter, e.getMessage()));
    } catch (CloudFailure e) {
      return new Reading(Optional.empty(), e.getMessage());
    }
  }

  private record Reading(Optional<Owner> owner, String words) {}
}
