package com.harena.allinone.host.backup;

import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.container.Engine;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.store.NewCluster;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Moves what the stores hold out of the way of a restore, within the data volume; nothing is
 * deleted.
 */
final class Aside {
  /** Below it, one folder for each time, named by the moment in UTC. */
  static final Path PLACE = Path.of("/data/replaced");

  private static final List<DataDirectory> STORES =
      List.of(DataDirectory.POSTGRES, DataDirectory.REDIS, DataDirectory.ELASTICSEARCH);
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  private final Commands commands;
  private final HostFiles files;
  private final NewCluster cluster;

  /** Works on the machine's data volume. */
  Aside(Commands commands, HostFiles files, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.cluster = new NewCluster(commands, files, journal);
  }

  /**
   * Moves the folder of each store, none of which may run, and makes empty ones. A run that was cut
   * halfway is completed by the next one, in a folder of its own.
   *
   * @return where they are
   */
  Path move(Instant now) {
    Path place = PLACE.resolve(NAME.format(now));
    commands.run("mkdir", "--parents", "--mode=0700", place.toString());
    for (DataDirectory store : STORES) {
      if (files.exists(Path.of(store.path()))) {
        commands.run("mv", "--no-clobber", store.path(), place + "/");
      }
    }
    new Engine(commands, files).folders(STORES);
    cluster.begin();
    return place;
  }

  /** The stores run in their new folders. */
  void complete() {
    cluster.complete();
  }
}
