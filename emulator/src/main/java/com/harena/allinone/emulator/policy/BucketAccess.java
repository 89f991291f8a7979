package com.harena.allinone.emulator.policy;

import com.harena.allinone.emulator.server.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What calls of S3 need to be allowed; the bucket stands in the path or in the host's name. */
final class BucketAccess {
  private static final String ARN = "arn:aws:s3:::";

  private BucketAccess() {}

  static List<Access> of(Call call) {
    String path = path(call);
    int slash = path.indexOf('/');
    boolean bucketOnly = slash < 0 || slash == path.length() - 1;
    List<Access> needed = new ArrayList<>();
    if (bucketOnly) {
      needed.add(ofBucket(call, slash < 0 ? path : path.substring(0, slash)));
      return needed;
    }
    String resource = ARN + path;
    switch (call.method()) {
      case "GET", "HEAD" -> needed.add(Access.of("s3:GetObject", resource, ContextKeys.none()));
      case "DELETE" -> needed.add(Access.of("s3:DeleteObject", resource, ContextKeys.none()));
      default -> needed.add(Access.of("s3:PutObject", resource, ofWriting(call)));
    }
    call.headers()
        .first("x-amz-copy-source")
        .ifPresent(
            source ->
                needed.add(Access.of("s3:GetObject", ARN + decoded(source), ContextKeys.none())));
    return needed;
  }

  private static Access ofBucket(Call call, String bucket) {
    boolean lists =
        call.method().equals("GET")
            && (!call.target().contains("?") || call.target().contains("list-type="));
    return lists || call.method().equals("HEAD")
        ? Access.of("s3:ListBucket", ARN + bucket, ContextKeys.none())
        : new Access("s3:" + call.operation().action(), Optional.empty(), ContextKeys.none());
  }

  /** A part of an upload makes no object yet; the call that ends the upload does. */
  private static ContextKeys ofWriting(Call call) {
    boolean part = call.target().contains("partNumber=");
    boolean begins = call.target().matches("[^?]*\\?(.*&)?uploads(=)?(&.*)?");
    return ContextKeys.none()
        .with("s3:ObjectCreationOperation", Optional.of("" + !(part || begins)))
        .with("s3:if-none-match", call.headers().first("If-None-Match"));
  }

  private static String path(Call call) {
    String path = call.target().split("\\?", 2)[0].replaceFirst("^/", "");
    String host = call.headers().first("Host").orElse("").replaceFirst(":\\d+$", "");
    String bucket = host.endsWith(".localhost") ? host.substring(0, host.length() - 10) : "";
    bucket = bucket.replaceFirst("\\.s3(\\..*)?$", "").replaceFirst("^s3$", "");
    return decoded(bucket.isEmpty() ? path : bucket + "/" + path);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(
        text.replaceFirst("^/", "").replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
