package com.harena.allinone.host.backend;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.backup.BackupFailed;
import com.harena.allinone.host.backup.BackupFault;
import com.harena.allinone.host.backup.BackupLock;
import com.harena.allinone.host.boot.Bundle;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.aws.AwsPorts;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.container.ImageArchives;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.owner.Ownership;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.host.web.BackendHealth;
import com.harena.allinone.host.web.JdkWeb;
import com.harena.allinone.machine.ParameterNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Releases on the machine that this process runs on. */
public final class ReleaseHere {
  private static final Path SERVING = Path.of("/opt/allinone/current");

  /** A question that hangs would make a gap longer than it is. */
  private static final Duration ANSWER = Duration.ofSeconds(2);

  private ReleaseHere() {}

  /** What was released on this machine until now. */
  public static ReleaseState history() {
    return new ReleaseFile(new DiskFiles(Path.of("/"))).read();
  }

  /**
   * Releases.
   *
   * @throws ReleaseFailed if the image is not in force then
   * @throws BackupFailed if a backup, restore or drill is at work
   */
  public static Released run(Wanted wanted, Journal journal) {
    DiskFiles files = new DiskFiles(Path.of("/"));
    requireNoBackup();
    try (AwsPorts aws = AwsPorts.fromEnvironment()) {
      HostSettings settings = Bundle.read(files, SERVING).settings();
      Parameters parameters = aws.cloud().parameters();
      ParameterNames names = new ParameterNames(settings.parameterPath());
      requireOwner(names, aws, journal);
      ReleaseBucket bucket = new ReleaseBucket(names, parameters, aws.cloud().releases());
      ProcessCommands commands = new ProcessCommands();
      JdkWeb web = new JdkWeb(ANSWER);
      BackendHealth health =
          new BackendHealth(settings, aws.metadata().privateAddress(), web, parameters);
      return new Release(
              settings,
              new Release.Machine(commands, files, Timing.system(), journal),
              new BackendImages(commands, new ImageArchives(commands, files, bucket, journal)),
              new Release.Backend(
                  health.path(),
                  web,
                  page -> AskedGap.begin(page, Timing.system()),
                  settings.secrets().stream()
                      .map(names::secret)
                      .map(parameters::findSecret)
                      .flatMap(Optional::stream)
                      .toList()))
          .run(wanted);
    } catch (BundleFault e) {
      throw new ReleaseFailed(ReleaseFault.REFUSED, "nothing was changed: " + e.getMessage(), e);
    }
  }

  /** A restore stops and starts the backend itself, and each of them takes memory. */
  private static void requireNoBackup() {
    Path folder = Path.of(DataDirectory.BACKUPS.path());
    try {
      if (!BackupLock.isFree(folder)) {
        throw new BackupFailed(
            BackupFault.BUSY,
            "nothing was changed: a backup, restore or drill works in %s: wait until it has ended"
                .formatted(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireOwner(ParameterNames names, AwsPorts aws, Journal journal) {
    String self = aws.metadata().instanceId();
    Ownership ownership =
        new Ownership(names.owner(), self, aws.cloud().parameters(), Timing.system(), journal);
    if (ownership.confirmed().isEmpty()) {
      throw new ReleaseFailed(
          ReleaseFault.REFUSED,
          "nothing was changed: %s does not name this instance, %s".formatted(names.owner(), self));
    }
  }
}
