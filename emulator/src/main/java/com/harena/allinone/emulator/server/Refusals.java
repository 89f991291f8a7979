package com.harena.allinone.emulator.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Errors in the form in which the service that is called reports them, so that every SDK reads
 * them.
 */
public final class Refusals {
  private static final Set<String> REST_XML = Set.of("cloudfront", "route53");

  private Refusals() {}

  /** An error with its code and its message. */
  public static Answer of(Call call, int status, String code, String message) {
    String service = call.operation().service();
    String id = UUID.randomUUID().toString();
    String error = Xml.element("Code", code) + Xml.element("Message", message);
    if (service.equals("s3")) {
      return xml(status, id, Xml.wrap("Error", error + Xml.element("RequestId", id)));
    }
    if (service.equals("ec2")) {
      String errors = Xml.wrap("Errors", Xml.wrap("Error", error));
      return xml(status, id, Xml.wrap("Response", errors + Xml.element("RequestID", id)));
    }
    if (REST_XML.contains(service) || Form.isFormOf(call.headers())) {
      String whole = Xml.wrap("Error", Xml.element("Type", "Sender") + error);
      return xml(status, id, Xml.wrap("ErrorResponse", whole + Xml.element("RequestId", id)));
    }
    String json =
        JsonNodeFactory.instance
            .objectNode()
            .put("__type", code)
            .put("message", message)
            .toString();
    return new Answer(
        status,
        new CallHeaders(
            List.of(
                Map.entry("Content-Type", "application/x-amz-json-1.1"),
                Map.entry("x-amzn-ErrorType", code),
                Map.entry("x-amzn-RequestId", id))),
        Body.of(json));
  }

  private static Answer xml(int status, String id, String text) {
    Answer answer = Answer.of(status, "text/xml", Xml.DECLARATION + text);
    return new Answer(status, answer.headers().with("x-amzn-RequestId", id), answer.body());
  }
}
