package com.harena.allinone.emulator.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a call is answered.
 *
 * @param status HTTP's status
 * @param headers its headers
 * @param body what it carries
 */
public record Answer(int status, CallHeaders headers, Body body) {
  /** Refuses a missing part. */
  public Answer {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
  }

  /** An answer of one content type. */
  public static Answer of(int status, String contentType, String text) {
    return new Answer(
        status, new CallHeaders(List.of(Map.entry("Content-Type", contentType))), Body.of(text));
  }

  /** The same with its body wholly read, so that it can be looked at and still be sent. */
  public Answer atHand() throws IOException {
    return new Answer(status, headers, body.atHand());
  }

  /** The same with another body. */
  public Answer with(Body other) {
    return new Answer(status, headers.without("Content-Length", "Transfer-Encoding"), other);
  }
}
