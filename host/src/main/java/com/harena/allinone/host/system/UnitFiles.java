package com.harena.allinone.host.system;

import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bundle's units in {@code /etc/systemd/system}. None is enabled: each needs the data volume,
 * which only the owner has, so the boot starts what is to run.
 */
public final class UnitFiles {
  private static final Path SYSTEMD = Path.of("/etc/systemd/system");
  private static final Path INSTALLED = Path.of("/var/lib/allinone/units");
  private static final String APPLIED = "units";

  private final Commands commands;
  private final HostFiles files;
  private final Journal journal;
  private final Applied applied;

  /** Works on this machine. */
  public UnitFiles(Commands commands, HostFiles files, Journal journal) {
    this.commands = commands;
    this.files = files;
    this.journal = journal;
    this.applied = new Applied(files);
  }

  /** Installs the units of the folder, and takes away what an earlier bundle left behind. */
  public void install(Path folder) {
    SortedMap<String, String> units = read(folder);
    boolean changed = !applied.is(APPLIED, units.toString());
    for (String left : files.read(INSTALLED).orElse("").lines().toList()) {
      if (!units.containsKey(left)) {
        files.delete(SYSTEMD.resolve(left));
        changed = true;
      }
    }
    files.write(INSTALLED, names(units), FileMode.PLAIN);
    for (String name : units.keySet()) {
      changed |= files.write(SYSTEMD.resolve(name), units.get(name), FileMode.PLAIN);
    }
    if (changed) {
      commands.run("systemctl", "daemon-reload");
      applied.remember(APPLIED, units.toString());
      journal.say("units: installed " + units.keySet());
    }
  }

  /** Starts each timer of the list; does nothing to one that runs. */
  public void start(List<String> timers) {
    for (String timer : timers) {
      commands.run("systemctl", "start", timer);
    }
  }

  private SortedMap<String, String> read(Path folder) {
    SortedMap<String, String> units = new TreeMap<>();
    for (Path file : files.list(folder)) {
      units.put(folder.relativize(file).toString(), files.read(file).orElseThrow());
    }
    return units;
  }

  private static String names(SortedMap<String, String> units) {
    List<String> lines = new ArrayList<>(units.keySet());
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
