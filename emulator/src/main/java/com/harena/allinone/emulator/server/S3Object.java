package com.harena.allinone.emulator.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads of objects that the local AWS makes for itself. */
public final class S3Object {
  // The signature is not checked; it only says which service is called.
  private static final CallHeaders SIGNED =
      new CallHeaders(
          List.of(
              Map.entry("Host", "127.0.0.1"),
              Map.entry(
                  "Authorization",
                  "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request,"
                      + " SignedHeaders=host, Signature=0")));

  private S3Object() {}

  /** The call that reads an object. */
  public static Call get(String bucket, String key) {
    String path = URLEncoder.encode(key, StandardCharsets.UTF_8);
    return get("/" + bucket + "/" + path.replace("+", "%20").replace("%2F", "/"));
  }

  /** The call that reads what a path of bucket and key names. */
  public static Call get(String path) {
    return Call.of("GET", path, SIGNED, Body.empty());
  }
}
