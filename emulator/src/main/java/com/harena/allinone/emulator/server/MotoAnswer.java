package com.harena.allinone.emulator.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads an answer of HTTP from a connection that is closed after it. */
final class MotoAnswer {
  private static final int LONGEST_LINE = 1 << 16;

  private MotoAnswer() {}

  /** The answer; its body closes the connection. */
  static Answer read(Socket socket, String method) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    int status = status(line(in));
    CallHeaders headers = headers(in);
    while (status < 200) {
      status = status(line(in));
      headers = headers(in);
    }
    if (method.equals("HEAD") || status == 204 || status == 304) {
      socket.close();
      return new Answer(status, headers, Body.empty());
    }
    if (headers.first("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return new Answer(
          status,
          headers.without("Transfer-Encoding"),
          Body.of(closing(socket, new ChunkedInput(in)), OptionalLong.empty()));
    }
    OptionalLong length =
        headers
            .first("Content-Length")
            .map(Long::parseLong)
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());
    return new Answer(status, headers, Body.of(closing(socket, exactly(in, length)), length));
  }

  /** One line without its end. */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || line.size() > LONGEST_LINE) {
        throw new EOFException("the connection ended in the head of an answer");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static int status(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("\\d{3}")) {
      throw new IOException("no answer of HTTP: " + line);
    }
    return Integer.parseInt(words[1]);
  }

  private static CallHeaders headers(InputStream in) throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(Map.entry(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return new CallHeaders(headers);
  }

  private static InputStream closing(Socket socket, InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() throws IOException {
        socket.close();
      }
    };
  }

  /** Fails if the connection ends before the length that was promised. */
  private static InputStream exactly(InputStream in, OptionalLong length) {
    return length.isEmpty() ? in : new CountedInput(in, length.getAsLong());
  }
}
