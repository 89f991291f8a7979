package com.harena.allinone.host.container;

import com.harena.allinone.compose.DataDirectory;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.system.Applied;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The Docker engine. It is never enabled, only started here, because its data root is on the data
 * volume: an engine that started by itself at boot would run on an instance that is not the owner.
 */
public final class Engine {
  static final String UNIT = "docker.service";

  /** How long its unit may take to stop what it runs, and to start. */
  static final Duration LIMIT = Duration.ofMinutes(5);

  private static final Path SETTINGS = Path.of("/etc/docker/daemon.json");
  private static final String SOCKET = "docker.socket";
  private static final String APPLIED = "docker";

  private final Commands commands;
  private final HostFiles files;
  private final Applied applied;

  /** Works on this machine. */
  public Engine(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
    this.applied = new Applied(files);
  }

  /** Takes the engine out of the machine's own boot, and writes its settings. */
  public void prepare(String settings) {
    commands.run("systemctl", "disable", UNIT, SOCKET);
    files.write(SETTINGS, settings, FileMode.PLAIN);
  }

  /** Whether the engine runs, and so perhaps containers. */
  public boolean active() {
    return commands.attempt(Command.of("systemctl", "is-active", "--quiet", UNIT)).succeeded();
  }

  /** Starts the engine, or restarts it when it runs with other settings. */
  public void start(String settings) {
    boolean active = active();
    if (active && applied.is(APPLIED, settings)) {
      return;
    }
    commands.run(Command.of("systemctl", active ? "restart" : "start", UNIT).within(LIMIT));
    applied.remember(APPLIED, settings);
  }

  /**
   * Makes the folders that containers are given, with owner and mode, where they lack. Each is made
   * under another name first, so that a half-made one never counts.
   */
  public void folders(List<DataDirectory> folders) {
    for (DataDirectory folder : folders) {
      Path path = Path.of(folder.path());
      if (!files.exists(path)) {
        String fresh = path.resolveSibling("." + path.getFileName() + ".new").toString();
        commands.run(
            "install",
            "--directory",
            "--owner=" + folder.owner(),
            "--group=" + folder.group(),
            "--mode=" + folder.mode(),
            fresh);
        commands.run("mv", "--no-target-directory", fresh, folder.path());
      }
    }
  }
}
