package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.HostStatusReport;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.remote.HostStatus;
import com.harena.allinone.host.remote.OperatorCloud;
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

  private final Installation installation;
  private final OperatorAccess access;

  HostStatusCommand(Installation installation, OperatorAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      HostStatusReport report =
          new HostStatusReport(
              blueprint, HostStatus.of(blueprint, cloud, access.timing(), words::progress));
      words.print(words.json() ? Json.text(report.json()) : report.text());
    }
    return ExitCode.OK.code();
  }
}
