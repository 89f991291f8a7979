package com.harena.allinone.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The source of one Lambda function behind a custom resource: the shared prologue, which answers
 * CloudFormation exactly once, followed by the code of its own.
 *
 * <p>That code is CommonJS for Node.js 22 or later and declares {@code async function handle({
 * type, id, properties, previous })}, where {@code type} is {@code Create}, {@code Update} or
 * {@code Delete}, {@code id} the physical id (none on Create), and {@code previous} the properties
 * before an update. It returns {@code { id, data, secret }}: the physical id, what {@code
 * Fn::GetAtt} reads, and whether CloudFormation must hide it. The prologue offers {@code
 * eventually(what, step)}, which repeats {@code step} every five seconds, also when AWS throttles,
 * until it returns something or the time is nearly up. An error's message reaches CloudFormation's
 * events, so it must not hold a secret.
 *
 * @param name what it is called, in messages and tests
 * @param code the whole source, at most {@value #MAXIMUM_BYTES} bytes of ASCII
 */
public record HandlerSource(String name, String code) {
  /**
   * The longest source that CloudFormation takes inside a template (AWS::Lambda::Function, property
   * {@code ZipFile}).
   */
  public static final int MAXIMUM_BYTES = 4096;

  private static final String PROLOGUE = "prologue.js";

  /** Refuses a source that is too long, not ASCII, or has no {@code handle} function. */
  public HandlerSource {
    Objects.requireNonNull(name, "name");
    int bytes = code.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAXIMUM_BYTES) {
      throw new IllegalArgumentException(
          "handler %s has %d bytes with its prologue, CloudFormation takes at most %d inline: shorten it"
              .formatted(name, bytes, MAXIMUM_BYTES));
    }
    if (bytes != code.length()) {
      throw new IllegalArgumentException(
          "handler %s holds a character outside ASCII: write it as an escape".formatted(name));
    }
    if (!code.contains("async function handle(")) {
      throw new IllegalArgumentException(
          "handler %s does not declare 'async function handle(': the prologue calls it"
              .formatted(name));
    }
  }

  /**
   * Reads the code of a handler and puts the prologue before it.
   *
   * @param owner class beside which the resource lies
   * @param resource file name, such as {@code asset-copy.js}
   */
  public static HandlerSource read(Class<?> owner, String resource) {
    return new HandlerSource(resource, prologue() + "\n" + text(owner, resource));
  }

  /** Copies an asset to a place in a bucket, and never deletes anything. */
  public static HandlerSource assetCopy() {
    return read(HandlerSource.class, "asset-copy.js");
  }

  /** Cancels the Spot request of one instance when it is deleted. */
  public static HandlerSource spotCancellation() {
    return read(HandlerSource.class, "spot-cancellation.js");
  }

  /** Ends every Spot request of one suffix, and what it launched. */
  public static HandlerSource spotSweeper() {
    return read(HandlerSource.class, "spot-sweeper.js");
  }

  /** Waits until CloudFront has left the subnet, and deletes the group it leaves behind. */
  public static HandlerSource cloudFrontLeftovers() {
    return read(HandlerSource.class, "cloudfront-leftovers.js");
  }

  /** Waits until a parameter names an instance. */
  public static HandlerSource readyGate() {
    return read(HandlerSource.class, "ready-gate.js");
  }

  /**
   * The adaptor behind which a handler, as {@code handler.js} beside it, serves a Lambda invocation
   * of Pulumi instead of CloudFormation.
   */
  public static String pulumiAdaptor() {
    return text(HandlerSource.class, "pulumi.js");
  }

  /** The shared part, which answers CloudFormation. */
  static String prologue() {
    return text(HandlerSource.class, PROLOGUE);
  }

  private static String text(Class<?> owner, String resource) {
    try (InputStream stream = owner.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "handler source %s is not beside class %s: name a resource of its package"
                .formatted(resource, owner.getName()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read handler source " + resource, e);
    }
  }
}
