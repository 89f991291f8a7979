package com.harena.allinone.host.volume;

import com.harena.allinone.host.command.Commands;
import java.nio.file.Path;

/** Whether the mounted data volume has room for the stores to start at all. */
public final class DataRoom {
  /**
   * One segment of PostgreSQL's write-ahead log, 16 MiB as its documentation gives it: without room
   * for it the server does not recover.
   */
  public static final long LEAST_MEBIBYTES = 16;

  private static final Path FOLDER = DataVolume.FOLDER;

  private final Commands commands;

  /** Looks at this machine. */
  public DataRoom(Commands commands) {
    this.commands = commands;
  }

  /**
   * Looks at what programs other than root's may still write.
   *
   * @throws IllegalStateException if that is too little, with both figures and what mends it
   */
  public void prove() {
    long free = freeMebibytes();
    if (free < LEAST_MEBIBYTES) {
      throw new IllegalStateException(
          "%s has %d MiB free, the stores need %d to start: raise disk.size in the blueprint and deploy, or delete old backups in %s/backups"
              .formatted(FOLDER, free, LEAST_MEBIBYTES, FOLDER));
    }
  }

  /** What programs other than root's may still write, in MiB. */
  public long freeMebibytes() {
    String said = commands.run("df", "--block-size=1M", "--output=avail", FOLDER.toString());
    String last = said.strip().lines().reduce((first, second) -> second).orElse("").strip();
    try {
      return Long.parseLong(last);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("df printed '%s' for %s".formatted(said.strip(), FOLDER), e);
    }
  }
}
