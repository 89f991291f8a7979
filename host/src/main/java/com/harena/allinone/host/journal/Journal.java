package com.harena.allinone.host.journal;

import java.io.PrintStream;

/** Takes one line of progress at a time; never a secret. */
@FunctionalInterface
public interface Journal {
  /** Says one line. */
  void say(String line);

  /** Lines printed to the stream, which the unit hands to systemd's journal. */
  static Journal printing(PrintStream stream) {
    return line -> {
      stream.println(line);
      stream.flush();
    };
  }
}
