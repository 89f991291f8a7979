package com.harena.allinone.host.signal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.owner.SignalUrl;
import com.harena.allinone.host.web.Signals;
import com.harena.allinone.host.web.WebFailure;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The health gate's signal: sent once to each address, remembered on the root disk. An address that
 * has expired is nobody's any more, and remembered too.
 */
public final class HealthSignal {
  private static final Path SENT = Path.of("/var/lib/allinone/signalled");

  private final Signals signals;
  private final HostFiles files;
  private final Journal journal;

  /** Sends through the port. */
  public HealthSignal(Signals signals, HostFiles files, Journal journal) {
    this.signals = signals;
    this.files = files;
    this.journal = journal;
  }

  /**
   * Says that this instance serves, unless this address was told before.
   *
   * @throws WebFailure if the answer may be another next time
   */
  public void send(SignalUrl url, String instance) {
    Path mark = SENT.resolve(url.fingerprint());
    if (files.exists(mark)) {
      return;
    }
    Signals.Answer answer = signals.put(url.address(), body(instance));
    if (answer.status() == 200) {
      files.write(mark, "sent\n", FileMode.PLAIN);
      journal.say("signal: told the stack that this instance serves");
    } else if (answer.body().toLowerCase(Locale.ROOT).contains("expired")) {
      files.write(mark, "expired\n", FileMode.PLAIN);
      journal.say("signal: the address has expired: nobody waits any more");
    } else if (answer.status() >= 500 || answer.status() == 429) {
      throw new WebFailure("the signal was answered with status " + answer.status());
    } else {
      journal.say(
          "signal: refused with status %d; this instance serves all the same, and the stack is not told"
              .formatted(answer.status()));
    }
  }

  private static String body(String instance) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Status", "SUCCESS")
        .put("Reason", "all services are healthy")
        .put("UniqueId", instance)
        .put("Data", instance)
        .toString();
  }
}
