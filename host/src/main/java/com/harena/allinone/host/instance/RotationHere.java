package com.harena.allinone.host.instance;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.boot.Bundle;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.aws.AwsPorts;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.owner.Ownership;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.machine.ParameterNames;
import java.nio.file.Path;

/** A rotation on the machine that this process runs on. */
public final class RotationHere {
  private static final Path SERVING = Path.of("/opt/allinone/current");

  private RotationHere() {}

  /**
   * Rotates.
   *
   * @throws RotationFailed if it was not done everywhere, or this instance is not the owner
   */
  public static PasswordRotation.Rotated run(Journal journal) {
    DiskFiles files = new DiskFiles(Path.of("/"));
    try (AwsPorts aws = AwsPorts.fromEnvironment()) {
      HostSettings settings = Bundle.read(files, SERVING).settings();
      Parameters parameters = aws.cloud().parameters();
      requireOwner(settings, aws, parameters, journal);
      return new PasswordRotation(
              settings,
              new PasswordRotation.Machine(new ProcessCommands(), files, Timing.system(), journal),
              parameters,
              aws.secrets())
          .run();
    } catch (BundleFault e) {
      throw new RotationFailed("nothing was changed: " + e.getMessage(), e);
    }
  }

  private static void requireOwner(
      HostSettings settings, AwsPorts aws, Parameters parameters, Journal journal) {
    String name = new ParameterNames(settings.parameterPath()).owner();
    String self = aws.metadata().instanceId();
    if (new Ownership(name, self, parameters, Timing.system(), journal).confirmed().isEmpty()) {
      throw new RotationFailed(
          "nothing was changed: %s does not name this instance, %s".formatted(name, self), null);
    }
  }
}
