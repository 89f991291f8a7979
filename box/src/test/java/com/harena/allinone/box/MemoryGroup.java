package com.harena.allinone.box;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A control group of the kernel's memory controller, version 1, with all below it.
 *
 * @param folder where the kernel shows it
 */
record MemoryGroup(Path folder) {
  private static final Path ROOT = Path.of("/sys/fs/cgroup/memory");

  /** The group below which all processes of a box run. */
  static MemoryGroup of(Box box) {
    String own =
        Folders.read(Path.of("/proc/%d/cgroup".formatted(box.process())))
            .lines()
            .filter(line -> line.contains(":memory:"))
            .map(line -> line.replaceFirst("^\\d+:memory:", "").replaceFirst("/init\\.scope$", ""))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the box has no memory group"));
    return new MemoryGroup(Path.of(ROOT + own));
  }

  /** The groups directly below, except of those that have just gone. */
  List<MemoryGroup> below() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).map(MemoryGroup::new).toList();
    }
  }

  MemoryGroup below(String name) {
    return new MemoryGroup(folder.resolve(name));
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** What it uses now. */
  MemoryUse use() throws IOException {
    long usage = Long.parseLong(Files.readString(folder.resolve("memory.usage_in_bytes")).strip());
    Map<String, Long> details = numbers("memory.stat");
    long files = details.get("total_active_file") + details.get("total_inactive_file");
    return new MemoryUse(usage - files, details.getOrDefault("total_swap", 0L));
  }

  /** How many processes the kernel has ended here for want of memory. */
  long kills() throws IOException {
    return numbers("memory.oom_control").getOrDefault("oom_kill", 0L);
  }

  private Map<String, Long> numbers(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).stream()
        .map(line -> line.split(" ", 2))
        .collect(Collectors.toMap(words -> words[0], words -> Long.parseLong(words[1])));
  }
}
