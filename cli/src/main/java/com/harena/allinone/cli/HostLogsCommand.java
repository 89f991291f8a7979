package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.cli.output.LogText;
import com.harena.allinone.host.remote.LogLine;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.ServiceLogs;
import com.harena.allinone.host.remote.UnknownService;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what the services wrote. */
@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Shows what the services wrote, from CloudWatch Logs, also while the instance sleeps.",
      "",
      "Without a service, everybody's lines in the order of time. With --json one object a line."
    },
    footer = {"", "Example:", "  allinone host logs backend --since 2h stacks/harena.yaml"})
final class HostLogsCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SERVICE",
      description = "Whose lines, such as backend; everybody's when none is named.")
  private String service;

  @Option(
      names = "--since",
      paramLabel = "AGO",
      defaultValue = "1h",
      converter = AgoConverter.class,
      description = "How far back: seconds, minutes, hours or days, such as 90s, 30m, 2h, 3d (1h).")
  private Duration since;

  @Option(names = "--follow", description = "Go on with what is written from now on.")
  private boolean follow;

  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostLogsCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    Optional<String> named = words.unlessFile(service);
    try {
      return operation.on(words, (blueprint, cloud) -> show(named, blueprint, cloud));
    } catch (UnknownService e) {
      throw new ParameterException(words.command(), e.getMessage(), e);
    }
  }

  private void show(Optional<String> named, Blueprint blueprint, OperatorCloud cloud) {
    Timing timing = operation.access().timing();
    ServiceLogs logs = new ServiceLogs(blueprint, cloud.logs(), timing);
    Instant from = timing.now().minus(since);
    if (follow) {
      logs.follow(named, from, this::print, () -> true);
    } else {
      logs.read(named, from, this::print);
    }
  }

  private void print(LogLine line) {
    words.print(words.json() ? LogText.json(line) : LogText.of(line));
    words.command().getOut().flush();
  }
}
