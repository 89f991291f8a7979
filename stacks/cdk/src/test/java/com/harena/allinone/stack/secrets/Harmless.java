package com.harena.allinone.stack.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Shapes that look like secrets and are none, each with the reason. */
final class Harmless {
  /**
   * A shape.
   *
   * @param before what stands before the token
   * @param token the token
   * @param reason why it is no secret
   */
  private record Shape(Pattern before, Pattern token, String reason) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              Pattern.compile(".*(sha256[\"']?[:=]\\s*[\"']?|sha256:)$", Pattern.DOTALL),
              Pattern.compile("[0-9a-f]{64}"),
              "a digest names a public image or artefact"),
          new Shape(
              Pattern.compile(".*\"source\": \"[^\"]* at ", Pattern.DOTALL),
              Pattern.compile("[0-9a-f]{40}"),
              "a commit of the repository where a checksum was found"),
          new Shape(
              Pattern.compile(".*[\"/]$", Pattern.DOTALL),
              Pattern.compile("bundles/[0-9a-f]{64}/bundle"),
              "the bundle's key in the bucket is its digest"));

  private static final Pattern SETTING = Pattern.compile("(true|false|null|none|[0-9]{1,5})");

  private Harmless() {}

  static boolean isKnownShape(String before, String token) {
    return SHAPES.stream()
        .anyMatch(
            shape ->
                shape.before().matcher(before).matches() && shape.token().matcher(token).matches());
  }

  /** A switch or a small number: {@code password_encryption: true}. */
  static boolean isSetting(String value) {
    return SETTING.matcher(value).matches();
  }
}
