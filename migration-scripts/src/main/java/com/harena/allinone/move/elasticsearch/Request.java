package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One request to a cluster; it can be sent again. */
final class Request {
  private final String method;
  private final String path;
  private final Optional<String> contentType;
  private final boolean compressed;
  private final List<byte[]> body;

  private Request(
      String method, String path, String contentType, boolean compressed, List<byte[]> body) {
    this.method = method;
    this.path = path;
    this.contentType = Optional.ofNullable(contentType);
    this.compressed = compressed;
    this.body = body;
  }

  static Request get(String path) {
    return new Request("GET", path, null, false, List.of());
  }

  static Request of(String method, String path) {
    return new Request(method, path, null, false, List.of());
  }

  static Request of(String method, String path, JsonNode body) {
    return new Request(method, path, "application/json", false, List.of(Json.bytes(body)));
  }

  /** A bulk request whose body is one gzip member. */
  static Request compressedBulk(String path, byte[] member) {
    return new Request("POST", path, "application/x-ndjson", true, List.of(member));
  }

  /** A bulk request of these lines, each with its line end. */
  static Request bulk(String path, List<byte[]> lines) {
    return new Request("POST", path, "application/x-ndjson", false, lines);
  }

  /** A name as it stands in a path, with only what is safe there. */
  static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  Optional<String> contentType() {
    return contentType;
  }

  boolean isCompressed() {
    return compressed;
  }

  BodyPublisher publisher() {
    return switch (body.size()) {
      case 0 -> BodyPublishers.noBody();
      case 1 -> ofBytes(body.get(0));
      default -> BodyPublishers.ofByteArrays(body);
    };
  }

  /** The client's own publisher of an array makes a copy of all of it first. */
  private static BodyPublisher ofBytes(byte[] bytes) {
    return bytes.length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)), bytes.length);
  }

  /** For messages: without query parameters. */
  @Override
  public String toString() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }
}
