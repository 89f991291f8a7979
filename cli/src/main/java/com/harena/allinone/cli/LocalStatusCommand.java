package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.cli.local.LocalState;
import com.harena.allinone.cli.local.LocalStatus;
import com.harena.allinone.cli.output.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells how the local AWS is. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Tells where the local AWS listens, since when, which stacks it has, and whether one of its"
          + " services failed.",
    },
    footer = {"", "Example:", "  allinone local status"})
final class LocalStatusCommand implements Callable<Integer> {
  private final Installation installation;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Prints the result as JSON.")
  private boolean json;

  LocalStatusCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Optional<LocalState> running = LocalState.running(installation.requireCheckout());
    if (running.isEmpty()) {
      spec.commandLine().getErr().println("allinone: no local AWS runs: start it by local up");
      return ExitCode.LOCAL_NOT_RUNNING.code();
    }
    JsonNode status = LocalStatus.of(running.get());
    spec.commandLine().getOut().print(json ? Json.text(status) : LocalStatus.text(status));
    return status.path("moto").asText().equals("running")
        ? ExitCode.OK.code()
        : ExitCode.LOCAL_FAILED.code();
  }
}
