package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.cli.output.InstanceStatusText;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.instance.InstanceStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how this machine is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Says how this instance is: boot, bundle, services, disks, memory, backup.",
    footer = {"", "Example:", "  allinone instance status --json"})
final class InstanceStatusCommand implements Callable<Integer> {
  @Mixin private ResultForm form;

  @Override
  public Integer call() {
    ObjectNode status =
        new InstanceStatus(new ProcessCommands(), new DiskFiles(Path.of("/"))).json();
    form.print(
        form.json()
            ? Json.text(status)
            : new InstanceStatusText(ZoneOffset.UTC, Instant.now()).of(status));
    return ExitCode.OK.code();
  }
}
