package com.harena.allinone.host.container;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The services of the Compose file that serves. */
public final class ComposeServices {
  /**
   * Below the 20 minutes of the health gate; with 0.4 processors, a t4g without credits, a whole
   * first boot took 137 s ({@code src/docs/benchmarks.md}).
   */
  static final Duration HEALTH_LIMIT = Duration.ofMinutes(15);

  private static final Duration PULL_LIMIT = Duration.ofMinutes(15);
  private static final List<String> WRONG_REFERENCE =
      List.of(
          "manifest unknown",
          "not found",
          "no matching manifest",
          "invalid reference format",
          "repository does not exist");

  private final Commands commands;
  private final HeldPort heldPort;

  /** Works through the Docker engine of this machine. */
  public ComposeServices(Commands commands, Timing timing, Journal journal) {
    this.commands = commands;
    this.heldPort = new HeldPort(commands, timing, journal);
  }

  /**
   * Pulls the images that lack. A registry that is away is not the bundle's fault; a reference that
   * it does not know is.
   */
  public void pull() {
    try {
      run(PULL_LIMIT, "pull", "--quiet", "--policy", "missing");
    } catch (CommandFailed e) {
      String said = e.getMessage().toLowerCase(Locale.ROOT);
      if (WRONG_REFERENCE.stream().anyMatch(said::contains)) {
        throw new BundleFault(e.getMessage(), e);
      }
      throw e;
    }
  }

  /** Starts the stores beside one another, without the backend, and waits until all are healthy. */
  public void startStores() {
    heldPort.freedFor(() -> up("postgres", "redis", "elasticsearch"));
  }

  /** Brings every service to what the file says, leaves alone what is so already, and waits. */
  public void startAll() {
    heldPort.freedFor(() -> up("--remove-orphans"));
  }

  /**
   * Brings one service to what the file says, without those that it needs, and waits. The others go
   * on: no port is worth an engine's restart here.
   */
  public void startAlone(String service) {
    up("--no-deps", service);
  }

  private void up(String... more) {
    List<String> words = new ArrayList<>();
    words.addAll(
        List.of("up", "--detach", "--wait", "--wait-timeout", "" + HEALTH_LIMIT.toSeconds()));
    words.addAll(List.of(more));
    run(HEALTH_LIMIT.plusMinutes(1), words.toArray(String[]::new));
  }

  private void run(Duration limit, String... words) {
    commands.run(Command.of(ComposeCommand.of(words)).within(limit));
  }
}
