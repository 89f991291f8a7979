package com.harena.allinone.stack.secrets;

import java.util.List;
import java.util.regex.Pattern;

/** Shapes that look like secrets and are none, each with the reason. */
final class Harmless {
  /**
   * A shape.
   *
   * @param before what ends right before the token
   * @param token the token
   * @param reason why it is no secret
   */
  private record Shape(Pattern before, Pattern token, String reason) {
    private Shape(String before, String token, String reason) {
      this(Pattern.compile(before + "$"), Pattern.compile(token), reason);
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(
              "(sha256[\"']?[:=]\\s*[\"']?|sha256:)",
              "[0-9a-f]{64}",
              "a digest names a public image or artefact"),
          new Shape(
              "\"source\": \"[^\"]* at ",
              "[0-9a-f]{40}",
              "a commit of the repository where a checksum was found"),
          new Shape(
              "(^|[\"/])",
              "/?bundles/[0-9a-f]{64}/bundle",
              "the bundle's key in the bucket is its digest"),
          new Shape(
              "allinone-start ", "[0-9a-f]{64}", "the digest of the bundle that is to be applied"),
          new Shape(
              "(SourceKey: \"|^)", "/?[0-9a-f]{64}", "the CDK names an asset after its digest"),
          new Shape(
              "(CachePolicyId|OriginRequestPolicyId): \"",
              "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
              "the id of one of CloudFront's own policies, the same in every account"),
          new Shape(
              "(TargetOriginId|Id): \"",
              "[A-Za-z]+Origin[0-9][0-9A-F]{8}",
              "the CDK's id of an origin, made from its construct path"));

  private static final Pattern SETTING = Pattern.compile("(true|false|null|none|[0-9]{1,5})");

  private Harmless() {}

  static boolean isKnownShape(String before, String token) {
    return SHAPES.stream()
        .anyMatch(
            shape ->
                shape.before().matcher(before).find() && shape.token().matcher(token).matches());
  }

  /** A switch or a small number: {@code password_encryption: true}. */
  static boolean isSetting(String value) {
    return SETTING.matcher(value).matches();
  }
}
