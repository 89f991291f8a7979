package com.harena.allinone.host.container;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port that Docker holds for no container: what a power cut leaves while a container's port is
 * being published (<a href="https://github.com/moby/moby/issues/20486">moby 20486</a>). The
 * engine's next start takes the port again and finds nobody to give it to; the start after that one
 * has forgotten it.
 */
final class HeldPort {
  /** As {@code Bind for 10.0.0.10:8001 failed: port is already allocated}. */
  private static final Pattern HELD =
      Pattern.compile("(?:Bind for (\\S+) failed: )?port is already allocated");

  private static final Patience ANSWER = Patience.upTo(Duration.ofMinutes(2));
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Commands commands;
  private final Timing timing;
  private final Journal journal;

  /** Restarts the engine of this machine. */
  HeldPort(Commands commands, Timing timing, Journal journal) {
    this.commands = commands;
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Does work that publishes ports; where one is held, restarts the engine and does it once more.
   *
   * @throws CommandFailed as the work threw it: at once for any other reason, else the second time
   */
  void freedFor(Runnable work) {
    try {
      work.run();
    } catch (CommandFailed e) {
      Matcher held = HELD.matcher(e.getMessage());
      if (!held.find()) {
        throw e;
      }
      String port = Optional.ofNullable(held.group(1)).map(" "::concat).orElse("");
      journal.say(
          "services: port%s is already allocated, as Docker leaves it after a power cut; restarting the engine once, then trying again"
              .formatted(port));
      restart();
      work.run();
    }
  }

  private void restart() {
    commands.run(Command.of("systemctl", "restart", Engine.UNIT).within(Engine.LIMIT));
    boolean answers =
        ANSWER.await(timing, () -> Optional.of(answers()).filter(answered -> answered)).isPresent();
    if (!answers) {
      throw new IllegalStateException(
          "the Docker engine was restarted and does not answer after %d s: read journalctl -u %s"
              .formatted(ANSWER.total().toSeconds(), Engine.UNIT));
    }
  }

  private boolean answers() {
    return commands
        .attempt(Command.of("docker", "version", "--format", "{{.Server.Version}}").within(LOOK))
        .succeeded();
  }
}
