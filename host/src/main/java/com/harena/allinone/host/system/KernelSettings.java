package com.harena.allinone.host.system;

import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;

/** What Elasticsearch demands of the kernel: its bootstrap check refuses fewer memory maps. */
public final class KernelSettings {
  private static final Path FILE = Path.of("/etc/sysctl.d/90-allinone.conf");
  private static final String TEXT = "vm.max_map_count = 262144\n";

  private final Commands commands;
  private final HostFiles files;

  /** Works on this machine. */
  public KernelSettings(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
  }

  /** Writes the setting for later boots and makes the running kernel take it. */
  public void apply() {
    files.write(FILE, TEXT, FileMode.PLAIN);
    commands.run("sysctl", "--quiet", "--load=" + FILE);
  }
}
