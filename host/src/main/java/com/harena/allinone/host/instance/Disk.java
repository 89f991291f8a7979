package com.harena.allinone.host.instance;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import java.util.ArrayList;
import java.util.List;

/**
 * A file system.
 *
 * @param path where it is mounted
 * @param mebibytes its size
 * @param usedPercent how full it is, as {@code df} rounds it
 */
record Disk(String path, long mebibytes, int usedPercent) {
  /** The root and the data volume; the data volume only while it is mounted. */
  static List<Disk> all(Commands commands) {
    List<Disk> disks = new ArrayList<>();
    for (String path : List.of("/", "/data")) {
      CommandResult result =
          commands.attempt(Command.of("df", "--block-size=1M", "--output=target,size,pcent", path));
      if (result.succeeded()) {
        Disk disk = parsed(result.output());
        if (disk.path().equals(path)) {
          disks.add(disk);
        }
      }
    }
    return disks;
  }

  private static Disk parsed(String output) {
    String[] words =
        output.strip().lines().reduce((first, last) -> last).orElse("").split("\\s+", -1);
    if (words.length != 3) {
      throw new IllegalArgumentException("df printed '%s'".formatted(output.strip()));
    }
    return new Disk(
        words[0], Long.parseLong(words[1]), Integer.parseInt(words[2].replace("%", "")));
  }
}
