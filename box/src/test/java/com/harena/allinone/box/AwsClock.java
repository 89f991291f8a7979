package com.harena.allinone.box;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The time of AWS, against which it holds the time of every signature. To set a box's clock would
 * set this machine's; so AWS's moves instead, and the box is a day off all the same.
 */
final class AwsClock {
  /** What signature version 4 allows. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private volatile Clock clock = Clock.systemUTC();

  /** Is ahead of the boxes by that from now on. */
  void ahead(Duration time) {
    clock = Clock.offset(Clock.systemUTC(), time);
  }

  /** Answers a call that was signed at another time; else leaves it alone. */
  boolean refuses(HttpExchange exchange) throws IOException {
    String signed = exchange.getRequestHeaders().getFirst("X-Amz-Date");
    if (signed == null) {
      return false;
    }
    Instant time = TIME.parse(signed, Instant::from);
    Instant now = clock.instant();
    if (Duration.between(time, now).abs().compareTo(TOLERANCE) <= 0) {
      return false;
    }
    byte[] body =
        "{\"__type\":\"InvalidSignatureException\",\"message\":\"Signature expired: %s is now earlier than %s\"}"
            .formatted(signed, TIME.format(now.minus(TOLERANCE)))
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(400, body.length);
    exchange.getResponseBody().write(body);
    return true;
  }
}
