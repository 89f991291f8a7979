package com.harena.allinone.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Takes away what a test run that was killed left behind: boxes, swap files, disks, networks. */
final class Leftovers {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private Leftovers() {}

  /** Looks through the folders of worlds; each is named by the process that made it. */
  static void remove(Path worlds, String prefix) {
    if (!Files.isDirectory(worlds)) {
      return;
    }
    for (Path folder : Folders.list(worlds)) {
      String name = folder.getFileName().toString();
      if (name.startsWith(prefix) && !lives(name.substring(prefix.length()))) {
        System.err.println("box: removing what " + name + " left behind");
        end(folder, name);
      }
    }
  }

  private static boolean lives(String process) {
    return ProcessHandle.of(Long.parseLong(process)).map(ProcessHandle::isAlive).orElse(false);
  }

  private static void end(Path folder, String network) {
    String boxes = "docker ps --all --quiet --filter network=%s".formatted(network);
    shell(boxes + " | xargs --no-run-if-empty docker kill --signal KILL");
    shell("for file in %s/swap-*/*; do swapoff $file; done".formatted(folder));
    shell(boxes + " | xargs --no-run-if-empty docker rm --force --volumes");
    shell(
        "for file in %s/disks/*; do losetup -n -O NAME -j $file | xargs -r losetup -d; done"
            .formatted(folder));
    shell("docker network rm " + network);
    Folders.delete(folder);
  }

  private static void shell(String script) {
    Programs.attempt(LIMIT, List.of("sh", "-c", script));
  }
}
