package com.harena.allinone.emulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps moto from enforcing what a bucket policy says of unencrypted calls, because every call here
 * is one: statements that deny them are not passed on. The policy as it was put is what is read.
 */
public final class BucketPolicies implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HARMLESS = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

  private final Map<String, String> originals = new ConcurrentHashMap<>();

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Optional<String> bucket = bucketOfPolicy(call);
    if (bucket.isEmpty()) {
      return onward.pass(call);
    }
    return switch (call.method()) {
      case "PUT" -> put(bucket.get(), call, onward);
      case "GET" -> get(bucket.get(), onward.pass(call));
      case "DELETE" -> {
        originals.remove(bucket.get());
        yield onward.pass(call);
      }
      default -> onward.pass(call);
    };
  }

  private Answer put(String bucket, Call call, Onward onward) throws IOException {
    String original = call.body().text().orElse("");
    Optional<String> amended = amended(original);
    if (amended.isEmpty()) {
      originals.remove(bucket);
      return onward.pass(call);
    }
    Call without =
        new Call(
            call.method(),
            call.target(),
            // These are of the original text.
            call.headers()
                .without("Content-Length", "Content-MD5", "x-amz-checksum-crc32")
                .without("x-amz-checksum-crc64nvme", "x-amz-sdk-checksum-algorithm"),
            Body.of(amended.get()),
            call.operation());
    Answer answer = onward.pass(without);
    if (answer.status() < 300) {
      originals.put(bucket, original);
    }
    return answer;
  }

  private Answer get(String bucket, Answer answer) {
    String original = originals.get(bucket);
    if (original == null || answer.status() != 200) {
      return answer;
    }
    return answer.with(Body.of(original));
  }

  /** The policy without what denies unencrypted calls; nothing if it says no such thing. */
  private static Optional<String> amended(String text) {
    try {
      JsonNode policy = JSON.readTree(text);
      if (!(policy instanceof ObjectNode whole) || !whole.path("Statement").isArray()) {
        return Optional.empty();
      }
      ArrayNode statements = JSON.createArrayNode();
      whole.path("Statement").forEach(one -> keep(one, statements));
      if (statements.size() == whole.path("Statement").size()) {
        return Optional.empty();
      }
      if (statements.isEmpty()) {
        return Optional.of(HARMLESS);
      }
      whole.set("Statement", statements);
      return Optional.of(whole.toString());
    } catch (JsonProcessingException e) {
      // moto says what is wrong with it.
      return Optional.empty();
    }
  }

  private static void keep(JsonNode statement, ArrayNode kept) {
    JsonNode secure = statement.path("Condition").path("Bool").path("aws:SecureTransport");
    boolean sslOnly =
        statement.path("Effect").asText().equals("Deny") && secure.asText().equals("false");
    if (!sslOnly) {
      kept.add(statement);
    }
  }

  /** The bucket of a call for {@code ?policy}, in the path or in the host's name. */
  private static Optional<String> bucketOfPolicy(Call call) {
    if (!call.operation().service().equals("s3")
        || !call.target().matches("[^?]*\\?(.*&)?policy(=)?(&.*)?")) {
      return Optional.empty();
    }
    String path = call.target().substring(1, call.target().indexOf('?'));
    if (!path.isEmpty()) {
      return Optional.of(path.split("/", 2)[0]);
    }
    return call.headers().first("Host").map(host -> host.split("\\.", 2)[0]);
  }
}
