package com.harena.allinone.cli;

import com.harena.allinone.cli.local.LocalState;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Ends the local AWS. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = "Ends the local AWS that local up started, and nothing else.",
    footer = {"", "Example:", "  allinone local down"})
final class LocalDownCommand implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 30;

  private final Installation installation;
  @Spec private CommandSpec spec;

  LocalDownCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Optional<LocalState> running = LocalState.running(installation.requireCheckout());
    if (running.isEmpty()) {
      spec.commandLine().getErr().println("allinone: no local AWS runs");
      return ExitCode.OK.code();
    }
    ProcessHandle process = running.get().process();
    process.destroy();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    spec.commandLine().getErr().println("allinone: ended the local AWS, process " + process.pid());
    return ExitCode.OK.code();
  }
}
