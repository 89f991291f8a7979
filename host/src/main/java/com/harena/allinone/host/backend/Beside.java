package com.harena.allinone.host.backend;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.HostVariable;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.web.HealthPath;
import com.harena.allinone.host.web.Pulse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * A second container of the backend beside the one that serves, with the same environment, secrets,
 * networks and memory limit, on a loopback port that the engine chooses. Nobody is sent to it.
 */
final class Beside {
  private static final String NAME = "allinone-candidate";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Commands commands;
  private final HostSettings settings;

  /** Beside the backend with these settings. */
  Beside(Commands commands, HostSettings settings) {
    this.commands = commands;
    this.settings = settings;
  }

  /**
   * Proves that the image becomes healthy; its container is gone afterwards.
   *
   * @throws Unhealthy if it does not
   */
  void prove(BackendImage image, Birth birth, Pulse pulse) {
    remove();
    try {
      start(image);
      birth.await(NAME, new HealthPath(address(birth), Map.of(), pulse));
    } catch (CommandFailed e) {
      throw new Unhealthy("it cannot be started: " + e.getMessage());
    } finally {
      remove();
    }
  }

  /** Removes the container, also one that a power cut left. */
  void remove() {
    commands.attempt(Command.of("docker", "rm", "--force", "--volumes", NAME));
  }

  private void start(BackendImage image) {
    commands.run(
        Command.of(
                ComposeCommand.of(
                    "run",
                    "--detach",
                    "--no-deps",
                    "--name",
                    NAME,
                    "--publish",
                    "127.0.0.1::" + settings.backendPort(),
                    ComposeCommand.BACKEND))
            .with(HostVariable.BACKEND_IMAGE.name(), image.image())
            .within(LIMIT));
  }

  private URI address(Birth birth) {
    CommandResult published =
        commands.attempt(Command.of("docker", "port", NAME, settings.backendPort() + "/tcp"));
    if (!published.succeeded()) {
      birth.requireRunning(NAME);
      throw new Unhealthy("its port is not published: " + published.errors().strip());
    }
    String port = published.output().strip().lines().findFirst().orElse("").replaceAll(".*:", "");
    return URI.create("http://127.0.0.1:%s%s".formatted(port, settings.backendHealth()));
  }
}
