package com.harena.allinone.host.state;

import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.timing.Timing;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Keeps {@link BootState#FILE} in step with the boot. A root volume that takes no write is told in
 * the journal and never the reason why a machine does not serve.
 */
public final class BootProgress {
  private static final int LONGEST_MESSAGE = 1000;

  private final HostFiles files;
  private final Timing timing;
  private final Journal journal;
  private final String bundle;
  private Phase phase = Phase.BOOTING;
  private String step = "";
  private Instant since = Instant.EPOCH;

  /** Tells of the boot with one bundle. */
  public BootProgress(HostFiles files, Timing timing, Journal journal, String bundle) {
    this.files = files;
    this.timing = timing;
    this.journal = journal;
    this.bundle = bundle;
  }

  /** A step begins. */
  public void begins(String name) {
    tell(Phase.BOOTING, name, "");
  }

  /** Everything serves. */
  public void serves() {
    tell(Phase.SERVING, "", "");
  }

  /** The boot ended at the step that ran last. */
  public void failed(String message) {
    tell(Phase.FAILED, step, message);
  }

  /** Spot announced that it stops the instance. */
  public void interrupted(String notice) {
    tell(Phase.INTERRUPTED, "", notice);
  }

  /** A journal that also makes each line the message of the running step, in this phase. */
  public Journal during(Phase now) {
    return line -> {
      journal.say(line);
      tell(now, step, line);
    };
  }

  private void tell(Phase now, String name, String message) {
    if (now != phase || !name.equals(step) || since.equals(Instant.EPOCH)) {
      phase = now;
      step = name;
      since = timing.now().truncatedTo(ChronoUnit.SECONDS);
    }
    BootState state = new BootState(phase, step, since, bundle, oneLine(message));
    try {
      files.write(BootState.FILE, state.json(), FileMode.PLAIN);
    } catch (UncheckedIOException e) {
      journal.say("boot: the state is not noted: " + e.getMessage());
    }
  }

  private static String oneLine(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }
}
