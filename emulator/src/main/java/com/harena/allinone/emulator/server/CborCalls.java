package com.harena.allinone.emulator.server;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Translates Smithy's RPC v2 CBOR, which the SDKs speak to CloudWatch, into AWS's JSON protocol,
 * which everything behind the front reads, and the answers back.
 */
final class CborCalls {
  private static final Pattern TARGET = Pattern.compile("/service/([^/?]+)/operation/([^/?]+)");
  private static final String PROTOCOL = "Smithy-Protocol";
  private static final String CBOR = "rpc-v2-cbor";
  private static final int BAD_REQUEST = 400;
  private static final int SUCCESS_BELOW = 300;

  /** CBOR's tag of a number that is seconds since 1970. */
  private static final int EPOCH_SECONDS = 1;

  /** JSON has no type of time: what CloudWatch's answers call their times. */
  private static final Pattern TIME =
      Pattern.compile(".*Timestamps?|LastModified|CreationDate|LastUpdateDate|StartTime|EndTime");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final CBORFactory FACTORY = new CBORFactory();
  private static final ObjectMapper READER = new ObjectMapper(FACTORY);

  private CborCalls() {}

  /** Whether a call speaks it. */
  static boolean isOne(Call call) {
    return call.headers().first(PROTOCOL).filter(CBOR::equalsIgnoreCase).isPresent()
        && TARGET.matcher(call.target()).lookingAt();
  }

  /**
   * Passes such a call on in JSON, and gives its answer in CBOR.
   *
   * @throws IOException if the way on throws it
   */
  static Answer answer(Call call, Onward onward) throws IOException {
    JsonNode input;
    try {
      input = read(call);
    } catch (JacksonException | ZipException e) {
      return cbor(BAD_REQUEST, CallHeaders.none(), error("SerializationException", e.getMessage()));
    }
    Matcher target = TARGET.matcher(call.target());
    target.lookingAt();
    CallHeaders headers =
        call.headers()
            .without(PROTOCOL, "Accept", "Content-Encoding", "Content-Length")
            .with("Content-Type", "application/x-amz-json-1.0")
            .with("X-Amz-Target", target.group(1) + "." + target.group(2));
    Answer answer = onward.pass(Call.of("POST", "/", headers, Body.of(input.toString()))).atHand();
    return cbor(answer.status(), answer.headers(), output(answer));
  }

  private static JsonNode read(Call call) throws IOException {
    boolean zipped =
        call.headers().first("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    try (InputStream body = call.body().open();
        InputStream plain = zipped ? new GZIPInputStream(body) : body) {
      byte[] bytes = plain.readAllBytes();
      return bytes.length == 0 ? JSON.createObjectNode() : READER.readTree(bytes);
    }
  }

  /** What was answered; a failure that is no JSON becomes one. */
  private static JsonNode output(Answer answer) {
    String text = answer.body().text().orElse("");
    try {
      JsonNode output = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
      if (output.isObject()) {
        return output;
      }
    } catch (JacksonException e) {
      if (answer.status() < SUCCESS_BELOW) {
        throw new IllegalStateException("what was answered is no JSON: " + text, e);
      }
    }
    return error("InternalFailure", text);
  }

  private static ObjectNode error(String code, String message) {
    return JsonNodeFactory.instance.objectNode().put("__type", code).put("message", message);
  }

  private static Answer cbor(int status, CallHeaders answered, JsonNode output) throws IOException {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    headers.add(Map.entry("Content-Type", "application/cbor"));
    headers.add(Map.entry(PROTOCOL, CBOR));
    for (String kept : List.of("x-amzn-RequestId", "x-amzn-query-error", "x-amzn-ErrorType")) {
      answered.first(kept).ifPresent(value -> headers.add(Map.entry(kept, value)));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator out = FACTORY.createGenerator(bytes)) {
      write(out, output, false);
    }
    return new Answer(status, new CallHeaders(headers), Body.of(bytes.toByteArray()));
  }

  private static void write(CBORGenerator out, JsonNode value, boolean time) throws IOException {
    if (value instanceof ObjectNode fields) {
      out.writeStartObject(fields.size());
      for (Map.Entry<String, JsonNode> field : fields.properties()) {
        out.writeFieldName(field.getKey());
        write(out, field.getValue(), TIME.matcher(field.getKey()).matches());
      }
      out.writeEndObject();
    } else if (value instanceof ArrayNode list) {
      out.writeStartArray(list, list.size());
      for (JsonNode element : list) {
        write(out, element, time);
      }
      out.writeEndArray();
    } else {
      if (time && value.isNumber()) {
        out.writeTag(EPOCH_SECONDS);
      }
      JSON.writeTree(out, value);
    }
  }
}
