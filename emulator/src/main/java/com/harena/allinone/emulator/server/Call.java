package com.harena.allinone.emulator.server;

import java.util.Objects;

/**
 * One call of a service's API as it arrived.
 *
 * @param method HTTP's method
 * @param target path and query exactly as they were sent
 * @param headers its headers
 * @param body what it carries; at hand unless it goes to S3 and is large
 * @param operation what it asks for
 */
public record Call(
    String method, String target, CallHeaders headers, Body body, Operation operation) {
  /** Refuses a missing part. */
  public Call {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(operation, "operation");
  }

  /** A call, from which the operation is read. */
  public static Call of(String method, String target, CallHeaders headers, Body body) {
    return new Call(method, target, headers, body, Operation.of(method, target, headers, body));
  }

  /** Whether it asks a service for this action. */
  public boolean asks(String service, String action) {
    return operation.service().equals(service) && operation.action().equals(action);
  }

  /** The parameters of the query protocol; none if it speaks another. */
  public Form form() {
    return Form.isFormOf(headers) ? Form.parse(body.text().orElse("")) : Form.parse("");
  }

  /** The same with other parameters. */
  public Call with(Form form) {
    return with(Body.of(form.text()));
  }

  /** The same with another body. */
  public Call with(Body other) {
    return of(method, target, headers.without("Content-Length"), other);
  }
}
