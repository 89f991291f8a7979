package com.harena.allinone.cli;

import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.metrics.HostMetrics;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Publishes what the alarms read and only the host knows. */
@Command(
    name = "metrics",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description =
        "Publishes once whether the services serve and whether a backup is overdue; its timer does"
            + " every two minutes.",
    footer = {"", "Example:", "  allinone instance metrics"})
final class InstanceMetricsCommand implements Runnable {
  @Spec private CommandSpec command;

  @Override
  public void run() {
    ThisMachine.require();
    PrintWriter out = command.commandLine().getOut();
    for (MetricValue value : HostMetrics.ofThisMachine(out::println)) {
      out.printf("%s %.0f%n", value.metric().name(), value.value());
    }
  }
}
