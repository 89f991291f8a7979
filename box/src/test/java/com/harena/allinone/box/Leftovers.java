package com.harena.allinone.box;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Takes away what a test run that was killed left behind: boxes, swap files, disks, networks with
 * their rules.
 */
final class Leftovers {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** What {@link Network} adds to each table, as iptables tells it. */
  private static final Map<String, String> RULES =
      Map.of(
          "nat", "PREROUTING -s ${prefix}[0-9]*/32 -d 169.254.169.254/32 ",
          "mangle", "OUTPUT -s ${prefix}1/32 ");

  /** Deletes such rules of a network, whose first three numbers are their prefix. */
  private static final String UNRULE =
      """
      prefix=$(docker network inspect --format '{{(index .IPAM.Config 0).Subnet}}' %1$s | sed -n 's#0/24$##p')
      [ -n "$prefix" ] || exit 0
      iptables-save -t %2$s | grep "^-A %3$s" | sed 's/^-A //' | while read -r rule; do
        iptables --wait -t %2$s -D $rule
      done
      """;

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
    RULES.forEach((table, rule) -> shell(UNRULE.formatted(network, table, rule)));
    shell("docker network rm " + network);
    Folders.delete(folder);
  }

  private static void shell(String script) {
    Programs.attempt(LIMIT, List.of("sh", "-c", script));
  }
}
