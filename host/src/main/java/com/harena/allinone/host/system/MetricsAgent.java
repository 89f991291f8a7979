package com.harena.allinone.host.system;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;

/** The CloudWatch agent, run with the bundle's configuration. */
public final class MetricsAgent {
  private static final Path HOME = Path.of("/opt/aws/amazon-cloudwatch-agent");
  private static final Path CONFIGURATION = HOME.resolve("etc/allinone.json");
  private static final String CONTROL = HOME.resolve("bin/amazon-cloudwatch-agent-ctl").toString();
  private static final String UNIT = "amazon-cloudwatch-agent.service";
  private static final String APPLIED = "agent";

  private final Commands commands;
  private final HostFiles files;
  private final Applied applied;

  /** Works on this machine. */
  public MetricsAgent(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
    this.applied = new Applied(files);
  }

  /** Starts the agent with the configuration, unless it runs with it already. */
  public void run(String configuration) {
    files.write(CONFIGURATION, configuration, FileMode.PLAIN);
    boolean active =
        commands.attempt(Command.of("systemctl", "is-active", "--quiet", UNIT)).succeeded();
    if (active && applied.is(APPLIED, configuration)) {
      return;
    }
    commands.run(
        Command.of(
            CONTROL, "-a", "fetch-config", "-m", "ec2", "-s", "-c", "file:" + CONFIGURATION));
    applied.remember(APPLIED, configuration);
  }
}
