package com.harena.allinone.host.remote;

import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.BackOff;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs a command line on an instance to its end, and says meanwhile how it goes. */
public final class RemoteShell {
  /** How long Run Command may take to know a command that it has accepted. */
  private static final Duration UNKNOWN_LIMIT = Duration.ofSeconds(30);

  /** How long the agent may take beyond the command's own limit to report its end. */
  private static final Duration REPORT_LIMIT = Duration.ofMinutes(2);

  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final RunCommand commands;
  private final Timing timing;
  private final Journal journal;

  /** Runs through these commands, and tells the journal. */
  public RemoteShell(RunCommand commands, Timing timing, Journal journal) {
    this.commands = commands;
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Runs the line, and gives back how it ended, whatever its exit code.
   *
   * @throws RemoteFailure if it did not end by itself
   */
  public Invocation run(String instance, ShellLine line) {
    Instant begin = timing.now();
    String command = commands.send(instance, line);
    Invocation end = awaited(instance, command, line, begin);
    return switch (end.state()) {
      case ENDED -> end;
      case UNDELIVERED ->
          throw new RemoteFailure(
              "%s never reached %s (command %s): its agent has not fetched it; run it again in a minute"
                  .formatted(line.comment(), instance, command));
      default ->
          throw new RemoteFailure(
              "%s was ended on %s before it was done (command %s), its limit is %s: %s"
                  .formatted(line.comment(), instance, command, words(line.limit()), said(end)));
    };
  }

  private Invocation awaited(String instance, String command, ShellLine line, Instant begin) {
    BackOff pauses = new BackOff(timing, FIRST_LOOK, LONGEST_PAUSE);
    Instant end = begin.plus(line.limit()).plus(REPORT_LIMIT);
    Instant told = begin;
    int heard = 0;
    while (true) {
      Optional<Invocation> found = commands.look(instance, command);
      Instant now = timing.now();
      if (found.isEmpty() && now.isAfter(begin.plus(UNKNOWN_LIMIT))) {
        throw new RemoteFailure(
            "Run Command knows nothing of the command %s that it accepted for %s: run it again"
                .formatted(command, instance));
      }
      if (found.isPresent()) {
        int before = heard;
        boolean over = found.get().state().over();
        heard = pass(found.get().errors() + (over ? "\n" : ""), heard);
        told = heard > before ? now : told;
        if (over) {
          return found.get();
        }
      }
      if (now.isAfter(end)) {
        commands.cancel(command);
        throw new RemoteFailure(
            "%s has no end after %s on %s (command %s): it was cancelled"
                .formatted(line.comment(), words(Duration.between(begin, now)), instance, command));
      }
      if (Duration.between(told, now).compareTo(QUIET) >= 0) {
        journal.say("%s: for %s".formatted(line.comment(), words(Duration.between(begin, now))));
        told = now;
      }
      pauses.pause();
    }
  }

  /** Passes on whole lines that were not heard yet. */
  private int pass(String errors, int heard) {
    int end = errors.lastIndexOf('\n') + 1;
    if (end <= heard) {
      return heard;
    }
    errors.substring(heard, end).lines().forEach(journal::say);
    return end;
  }

  private static String said(Invocation end) {
    String last = end.errors().lines().reduce((first, second) -> second).orElse("");
    return last.isBlank() ? "it said nothing" : last.strip();
  }

  static String words(Duration time) {
    long minutes = time.toMinutes();
    return minutes == 0
        ? time.toSeconds() + " s"
        : minutes + " min" + (time.toSecondsPart() == 0 ? "" : " " + time.toSecondsPart() + " s");
  }
}
