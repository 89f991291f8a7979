package com.harena.allinone.cli;

import com.harena.allinone.cli.output.HostStatusReport;
import com.harena.allinone.host.remote.HostStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how a deployment is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Says how the deployment is: instance, boot, bundle, services, disks, memory, backup, holds.",
      "",
      "Also when schedules stop or start the instance. What only the instance knows comes from it,"
          + " through Systems Manager; while it sleeps the rest is told."
    },
    footer = {"", "Example:", "  allinone host status stacks/harena.yaml"})
final class HostStatusCommand implements Callable<Integer> {
  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostStatusCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    return operation.report(
        words,
        (blueprint, cloud) ->
            new HostStatusReport(
                blueprint,
                HostStatus.of(blueprint, cloud, operation.access().timing(), words::progress)));
  }
}
