package com.harena.allinone.cli;

import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.interruption.Interruption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the services down before Spot stops the instance. */
@Command(
    name = "interrupted",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Brings the services down before Spot stops the instance: backend, then databases, within 90"
          + " seconds.",
      "",
      "The next boot, or 'systemctl restart allinone', starts them again."
    },
    footer = {"", "Example:", "  allinone instance interrupted --notice stop"})
final class InstanceInterruptedCommand implements Callable<Integer> {
  @Option(
      names = "--notice",
      required = true,
      paramLabel = "JSON",
      description = "What EC2's metadata says at spot/instance-action; it is only noted.")
  private String notice;

  @Override
  public Integer call() {
    ThisMachine.require();
    return (Interruption.ofThisMachine(notice) ? ExitCode.OK : ExitCode.STOP_INCOMPLETE).code();
  }
}
