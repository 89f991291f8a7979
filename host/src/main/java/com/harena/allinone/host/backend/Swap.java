package com.harena.allinone.host.backend;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.HostVariable;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.web.HealthPath;
import java.time.Duration;

/** Has the backend's service run another image: the old container is stopped, then a new one. */
final class Swap {
  /** Above the grace in which the old one may finish what it does. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Commands commands;
  private final HealthPath health;

  /** Swaps the service whose health is asked there. */
  Swap(Commands commands, HealthPath health) {
    this.commands = commands;
    this.health = health;
  }

  /**
   * Swaps, and waits until the image is healthy at the service's own address.
   *
   * @throws Unhealthy if it is not
   */
  void to(BackendImage image, Birth birth) {
    try {
      compose(image, "up", "--detach", "--no-deps", ComposeCommand.BACKEND);
      String container = compose(image, "ps", "--all", "--quiet", ComposeCommand.BACKEND).strip();
      birth.await(container, health);
    } catch (CommandFailed e) {
      throw new Unhealthy("it cannot be started: " + e.getMessage());
    }
  }

  /** Takes the service's container away: before there was one, there is none to go back to. */
  void away(BackendImage image) {
    compose(image, "rm", "--stop", "--force", ComposeCommand.BACKEND);
  }

  private String compose(BackendImage image, String... words) {
    return commands.run(
        Command.of(ComposeCommand.of(words))
            .with(HostVariable.BACKEND_IMAGE.name(), image.image())
            .within(LIMIT));
  }
}
