package com.harena.allinone.host.system;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The swap file on the root disk: made under another name, so that a half-made one never counts.
 */
public final class SwapFile {
  private static final Path FILE = Path.of("/swapfile");
  private static final Path FRESH = Path.of("/swapfile.new");
  private static final long MEBIBYTE = 1024L * 1024L;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Commands commands;
  private final HostFiles files;

  /** Works on this machine. */
  public SwapFile(Commands commands, HostFiles files) {
    this.commands = commands;
    this.files = files;
  }

  /** Makes the file unless there is one of this size, and swaps to it unless the kernel does. */
  public void use(long mebibytes) {
    if (!files.exists(FILE) || size() != mebibytes * MEBIBYTE) {
      if (used()) {
        run("swapoff", FILE.toString());
      }
      make(mebibytes);
    }
    if (!used()) {
      run("swapon", FILE.toString());
    }
  }

  private void make(long mebibytes) {
    files.delete(FRESH);
    run("fallocate", "--length", mebibytes + "MiB", FRESH.toString());
    run("chmod", "0600", FRESH.toString());
    run("mkswap", FRESH.toString());
    run("sync", FRESH.toString());
    run("mv", "--force", "--no-target-directory", FRESH.toString(), FILE.toString());
  }

  private long size() {
    return Long.parseLong(commands.run("stat", "--format=%s", FILE.toString()).strip());
  }

  private boolean used() {
    return commands
        .run("swapon", "--show=NAME", "--noheadings")
        .lines()
        .anyMatch(line -> line.strip().equals(FILE.toString()));
  }

  private void run(String... words) {
    commands.run(Command.of(words).within(LIMIT));
  }
}
