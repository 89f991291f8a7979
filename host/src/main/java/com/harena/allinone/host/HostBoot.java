package com.harena.allinone.host;

import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.host.boot.Boot;
import com.harena.allinone.host.boot.BootFailed;
import com.harena.allinone.host.boot.Bundle;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.boot.HostSteps;
import com.harena.allinone.host.boot.Machine;
import com.harena.allinone.host.boot.Step;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.state.BootProgress;
import java.nio.file.Path;
import java.util.List;

/**
 * Boots the machine with a host bundle, or applies a new bundle to a running one: the same steps in
 * the same order, each of which does nothing when nothing is to be done.
 */
public final class HostBoot {
  /** Exit code: everything that the bundle describes serves. */
  public static final int SERVES = 0;

  /** Exit code: the bundle is to blame; the last good one is to serve instead. */
  public static final int BUNDLE_FAILED = 1;

  /** Exit code: the surroundings are to blame; the same bundle is to be tried again. */
  public static final int TRY_AGAIN = HostBundle.TRY_AGAIN;

  private final Path folder;
  private final HostPorts ports;
  private final Metadata metadata;

  /** Boots with the bundle in the folder, through the ports. */
  public HostBoot(Path folder, HostPorts ports, Metadata metadata) {
    this.folder = folder;
    this.ports = ports;
    this.metadata = metadata;
  }

  /**
   * Boots this machine with the unpacked bundle in the folder; region, credentials and endpoints
   * come from where the AWS SDK finds them, progress goes to standard output.
   *
   * @return exit code
   */
  public static int run(Path folder) {
    try (ThisMachine machine = new ThisMachine()) {
      Path unpacked = folder.toAbsolutePath().normalize();
      return new HostBoot(unpacked, machine.ports(), machine.metadata()).run();
    }
  }

  /** Runs every step, and says in the end what came of it. */
  public int run() {
    Journal journal = ports.machine().journal();
    BootProgress progress =
        new BootProgress(
            ports.machine().files(),
            ports.machine().timing(),
            journal,
            folder.getFileName().toString());
    try {
      progress.begins("host bundle");
      Bundle bundle = Bundle.read(ports.machine().files(), folder);
      Machine machine = Machine.read(ports.machine().files(), metadata);
      journal.say(
          "boot: instance %s, bundle %s".formatted(machine.instance(), folder.getFileName()));
      List<Step> steps = new HostSteps(bundle, machine, ports, progress).all();
      new Boot(steps, ports.machine().timing(), journal, progress).run();
      journal.say("boot: serves");
      progress.serves();
      return SERVES;
    } catch (BundleFault e) {
      journal.say("boot: failed: " + e.getMessage());
      progress.failed(e.getMessage());
      return BUNDLE_FAILED;
    } catch (BootFailed e) {
      journal.say("boot: failed at " + e.getMessage());
      progress.failed(e.reason());
      return e.blame() == Step.Blame.BUNDLE ? BUNDLE_FAILED : TRY_AGAIN;
    } catch (RuntimeException e) {
      journal.say("boot: failed: " + e.getMessage());
      progress.failed(String.valueOf(e.getMessage()));
      return TRY_AGAIN;
    }
  }
}
