package com.harena.allinone.host.backend;

import com.harena.allinone.compose.ComposeFile;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.HealthPath;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Waits until the backend of a container is healthy, or cannot become so any more. */
final class Birth {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Commands commands;
  private final Timing timing;
  private final LastWords words;

  /** Waits by this clock. */
  Birth(Commands commands, Timing timing, LastWords words) {
    this.commands = commands;
    this.timing = timing;
    this.words = words;
  }

  /**
   * Waits.
   *
   * @throws Unhealthy if it has ended, or is not healthy within the start period of the Compose
   *     file
   */
  void await(String container, HealthPath health) {
    Instant end = timing.now().plus(ComposeFile.BACKEND_START);
    while (true) {
      requireRunning(container);
      Optional<String> fault = health.fault();
      if (fault.isEmpty()) {
        return;
      }
      if (!timing.now().isBefore(end)) {
        throw new Unhealthy(
            "not healthy within %d s: %s%s"
                .formatted(
                    ComposeFile.BACKEND_START.toSeconds(), fault.get(), words.of(container)));
      }
      timing.pause(PAUSE);
    }
  }

  /** Whoever ends once is not waited for: the engine would start it again and again. */
  void requireRunning(String container) {
    CommandResult result =
        commands.attempt(
            Command.of(
                "docker",
                "inspect",
                "--format",
                "{{.State.Status}} {{.RestartCount}} {{.State.ExitCode}}",
                container));
    String[] state = result.output().strip().split(" ", -1);
    if (!result.succeeded() || state.length != 3) {
      throw new Unhealthy("its container is gone");
    }
    boolean running = state[0].equals("running");
    if (!running || !state[1].equals("0")) {
      // The exit code of one that was started again is not the one that it ended with.
      String end =
          running ? "it ended and was started again" : "it ended with exit code " + state[2];
      throw new Unhealthy(end + words.of(container));
    }
  }
}
