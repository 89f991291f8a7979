package com.harena.allinone.host.remote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** CloudWatch Logs. */
public interface LogSource {
  /** The streams of a group, sorted; empty when there is no such group. */
  Optional<List<String>> streams(String group);

  /**
   * Hands over what was written from a moment on, in the order of time.
   *
   * @param streams the streams that are meant; all when empty
   */
  void read(String group, List<String> streams, Instant since, Consumer<LogLine> reader);
}
