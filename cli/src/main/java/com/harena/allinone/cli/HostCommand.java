package com.harena.allinone.cli;

import com.harena.allinone.host.HostBoot;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What runs on the instance. */
@Command(
    name = "host",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "What runs on the instance.",
    footer = {"", "Example:", "  allinone host boot --bundle /opt/allinone/bundle"})
final class HostCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Command(
      name = "boot",
      mixinStandardHelpOptions = true,
      versionProvider = ProductVersion.class,
      description =
          "Boots the instance with a host bundle, or applies one to the running instance.",
      footer = {"", "Example:", "  allinone host boot --bundle /opt/allinone/bundle"})
  int boot(
      @Option(
              names = "--bundle",
              required = true,
              paramLabel = "FOLDER",
              description = "The unpacked host bundle.")
          Path bundle) {
    return HostBoot.run(bundle);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command given");
  }
}
