package com.harena.allinone.emulator.cloudfront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One thing that CloudFront holds. It is replaced as a whole by each change.
 *
 * @param kind what it is
 * @param id its id, for a function its name
 * @param version changes with each change; the ETag of its answers
 * @param account the account that it belongs to
 * @param config how it is configured
 * @param changed when it was last changed
 * @param tags its tags
 * @param code a function's code; empty else
 * @param published whether a function's code is live
 */
record Entity(
    Kind kind,
    String id,
    int version,
    String account,
    SdkPojo config,
    Instant changed,
    Map<String, String> tags,
    String code,
    boolean published) {
  Entity {
    tags = Map.copyOf(tags);
  }

  static Entity of(Kind kind, String id, String account, SdkPojo config, Map<String, String> tags) {
    return new Entity(kind, id, 1, account, config, Instant.now(), tags, "", false);
  }

  String etag() {
    return "E" + version + id;
  }

  String arn() {
    String folder = kind.path().replace("-", "");
    return "arn:aws:cloudfront::%s:%s/%s"
        .formatted(
            account, kind == Kind.DISTRIBUTION || kind == Kind.FUNCTION ? kind.path() : folder, id);
  }

  String domain() {
    return "d" + id.substring(1).toLowerCase(java.util.Locale.ROOT) + ".cloudfront.net";
  }

  /** What distributions name it by. */
  String reference() {
    return kind == Kind.FUNCTION ? arn() : id;
  }

  ObjectNode json() {
    return kind.configuration().json(config);
  }

  /** Its name, unique among its kind; empty for distributions, which have none. */
  String name() {
    return kind == Kind.FUNCTION ? id : json().path("Name").asText();
  }

  Entity configured(SdkPojo other) {
    return new Entity(kind, id, version + 1, account, other, Instant.now(), tags, code, published);
  }

  Entity tagged(Map<String, String> others) {
    return new Entity(kind, id, version, account, config, changed, others, code, published);
  }

  Entity coded(String other) {
    return new Entity(kind, id, version + 1, account, config, Instant.now(), tags, other, false);
  }

  Entity live() {
    return new Entity(kind, id, version, account, config, changed, tags, code, true);
  }
}
