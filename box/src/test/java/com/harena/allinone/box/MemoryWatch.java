package com.harena.allinone.box;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks twice a second at what each part of a box uses of its memory: each service's container,
 * {@code timers} for the project's units together, {@code system} for all that is in neither, and
 * {@code box} for everything.
 */
final class MemoryWatch implements AutoCloseable {
  static final String SYSTEM = "system";
  static final String TIMERS = "timers";
  static final String BOX = "box";

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final String UNITS = "system.slice";
  private static final String TIMED = "allinone-";

  private final Box box;
  private final MemoryGroup group;
  private final Map<String, String> services = new HashMap<>();
  private final Map<String, MemoryUse> peaks = new TreeMap<>();
  private final Map<String, Long> kills = new TreeMap<>();
  private final Thread thread = new Thread(this::watch, "memory of the box");
  private volatile String fault = "";

  /** Begins to watch a box. */
  MemoryWatch(Box box) {
    this.box = box;
    this.group = MemoryGroup.of(box);
    thread.setDaemon(true);
    thread.start();
  }

  /** The most that each part has used at one moment since the watch began. */
  synchronized Map<String, MemoryUse> peaks() {
    if (!fault.isEmpty()) {
      throw new AssertionError("the memory is not watched any more: " + fault);
    }
    return Map.copyOf(peaks);
  }

  /** Processes that the kernel has ended for want of memory, by the part they belonged to. */
  synchronized Map<String, Long> kills() {
    Map<String, Long> found = new TreeMap<>(kills);
    found.values().removeIf(number -> number == 0);
    return found;
  }

  private void watch() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        lookAtWhatIsThere();
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (IOException | RuntimeException | AssertionError e) {
        fault = e.toString();
        return;
      }
    }
  }

  private void lookAtWhatIsThere() throws IOException {
    try {
      look();
    } catch (NoSuchFileException e) {
      // A group has gone between the list and the look: the next look is whole again.
      return;
    }
  }

  private void look() throws IOException {
    MemoryUse rest = group.use();
    note(BOX, group, rest);
    for (MemoryGroup below : group.below()) {
      if (below.name().matches("[0-9a-f]{64}")) {
        MemoryUse use = below.use();
        note(service(below.name()), below, use);
        rest = rest.without(use);
      }
    }
    MemoryUse timers = MemoryUse.NONE;
    for (MemoryGroup unit : group.below(UNITS).below()) {
      if (unit.name().startsWith(TIMED)) {
        MemoryUse use = unit.use();
        note(unit.name(), unit, use);
        timers = timers.plus(use);
      }
    }
    most(TIMERS, timers);
    most(SYSTEM, rest.without(timers));
  }

  private synchronized void note(String part, MemoryGroup of, MemoryUse use) throws IOException {
    peaks.merge(part, use, MemoryUse::most);
    kills.merge(part, of.kills(), Math::max);
  }

  private synchronized void most(String part, MemoryUse use) {
    peaks.merge(part, use, MemoryUse::most);
  }

  private String service(String container) {
    return services.computeIfAbsent(
        container,
        id ->
            box.shell(
                    "docker inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}}' %s || echo gone"
                        .formatted(id))
                .strip());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
