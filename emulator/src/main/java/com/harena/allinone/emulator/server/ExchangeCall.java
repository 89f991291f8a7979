package com.harena.allinone.emulator.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Turns an exchange of the platform's server into a call and an answer back. */
final class ExchangeCall {
  private static final long AT_HAND_BYTES = 1 << 20;
  private static final Set<String> STREAMED = Set.of("s3", "unknown");

  private ExchangeCall() {}

  /** The call, its body at hand unless it is an object of S3 that is large or of unknown length. */
  static Call read(HttpExchange exchange, String target) throws IOException {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> all.add(Map.entry(name, value))));
    CallHeaders headers = new CallHeaders(all);
    OptionalLong length = length(headers);
    Body body = Body.of(exchange.getRequestBody(), length);
    boolean small = length.isPresent() && length.getAsLong() <= AT_HAND_BYTES;
    if (small || !STREAMED.contains(Operation.service(target, headers))) {
      body = body.atHand();
    }
    return Call.of(exchange.getRequestMethod(), target, headers, body);
  }

  /** Whether its answer may be large, an object of S3. */
  static boolean isLarge(Call call) {
    return STREAMED.contains(call.operation().service());
  }

  /** Sends the answer. */
  static void answer(HttpExchange exchange, Answer answer) throws IOException {
    // The platform's server writes these itself.
    CallHeaders headers =
        answer
            .headers()
            .without("Connection", "Keep-Alive", "Date", "Transfer-Encoding", "Content-Length");
    for (Map.Entry<String, String> header : headers.all()) {
      exchange.getResponseHeaders().add(header.getKey(), header.getValue());
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      answer
          .headers()
          .first("Content-Length")
          .ifPresent(length -> exchange.getResponseHeaders().set("Content-Length", length));
    }
    boolean none =
        exchange.getRequestMethod().equals("HEAD")
            || answer.status() == 204
            || answer.status() == 304;
    OptionalLong length = answer.body().length();
    if (none || length.orElse(1) == 0) {
      answer.body().discard();
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      // 0 means chunks here.
      exchange.sendResponseHeaders(answer.status(), length.orElse(0));
      answer.body().writeTo(exchange.getResponseBody());
    }
  }

  private static OptionalLong length(CallHeaders headers) {
    if (headers.first("Transfer-Encoding").isPresent()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(headers.first("Content-Length").map(Long::parseLong).orElse(0L));
  }
}
