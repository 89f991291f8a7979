package com.harena.allinone.host.instance;

import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The machine's memory, in MiB.
 *
 * @param mebibytes all of it
 * @param availableMebibytes what a new process could have without swapping
 * @param swapMebibytes the swap
 * @param swapUsedMebibytes what of that is in use
 * @param killed processes that the kernel killed for want of memory since the boot
 */
record Memory(
    long mebibytes,
    long availableMebibytes,
    long swapMebibytes,
    long swapUsedMebibytes,
    long killed) {
  private static final Path FIGURES = Path.of("/proc/meminfo");
  private static final Path EVENTS = Path.of("/proc/vmstat");

  static Memory read(HostFiles files) {
    Map<String, Long> figures = figures(files, FIGURES);
    long swap = mebibytes(figures, "SwapTotal");
    return new Memory(
        mebibytes(figures, "MemTotal"),
        mebibytes(figures, "MemAvailable"),
        swap,
        swap - mebibytes(figures, "SwapFree"),
        figures(files, EVENTS).getOrDefault("oom_kill", 0L));
  }

  private static long mebibytes(Map<String, Long> figures, String name) {
    Long kibibytes = figures.get(name);
    if (kibibytes == null) {
      throw new IllegalArgumentException("%s has no %s".formatted(FIGURES, name));
    }
    return kibibytes / 1024;
  }

  private static Map<String, Long> figures(HostFiles files, Path file) {
    Map<String, Long> figures = new HashMap<>();
    for (String line : files.read(file).orElse("").lines().toList()) {
      String[] words = line.split("[:\\s]+", -1);
      if (words.length > 1 && words[1].matches("[0-9]+")) {
        figures.put(words[0], Long.parseLong(words[1]));
      }
    }
    return figures;
  }
}
