package com.harena.allinone.host.backup;

import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets work begin that takes memory beside the running services only when the machine has it, as
 * the kernel estimates it: {@code MemAvailable}, which a container sees as the host does.
 */
public final class MemoryGate {
  /** What must be left over once the work has all it may take, in MiB. */
  public static final long RESERVE_MEBIBYTES = 32;

  /** For how long it waits. */
  public static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Path FIGURES = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE =
      Pattern.compile("^MemAvailable:\\s+(\\d+) kB$", Pattern.MULTILINE);
  private static final Duration PAUSE = Duration.ofSeconds(15);

  private final HostFiles files;
  private final Timing timing;
  private final Journal journal;

  /** Reads the kernel's figures among the files. */
  public MemoryGate(HostFiles files, Timing timing, Journal journal) {
    this.files = files;
    this.timing = timing;
    this.journal = journal;
  }

  /**
   * Returns once there is memory for work that may take so much.
   *
   * @throws BackupFailed if there is none for all of {@link #PATIENCE}
   */
  public void pass(String work, long mebibytes) {
    long needed = mebibytes + RESERVE_MEBIBYTES;
    Instant end = timing.now().plus(PATIENCE);
    long available = available();
    if (available < needed) {
      journal.say(
          "%s: waits for memory: %d MiB available, %d MiB needed"
              .formatted(work, available, needed));
    }
    while (available < needed) {
      if (!timing.now().isBefore(end)) {
        throw new BackupFailed(
            BackupFault.MEMORY_SHORT,
            "%s: %d MiB of memory available after %d minutes, %d MiB needed (%d for it, %d in reserve); lower a limit of the blueprint, or see which service grows"
                .formatted(
                    work, available, PATIENCE.toMinutes(), needed, mebibytes, RESERVE_MEBIBYTES));
      }
      timing.pause(PAUSE);
      available = available();
    }
    journal.say("%s: %d MiB of memory available, %d MiB needed".formatted(work, available, needed));
  }

  /** What a new process could have without swapping, in MiB. */
  public long available() {
    String text = files.read(FIGURES).orElse("");
    Matcher matcher = AVAILABLE.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("%s has no line MemAvailable".formatted(FIGURES));
    }
    return Long.parseLong(matcher.group(1)) / 1024;
  }
}
