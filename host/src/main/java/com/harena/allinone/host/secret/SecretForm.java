package com.harena.allinone.host.secret;

import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.secret.SecretValue;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a secret may look like, so that Parameter Store and the service it is for can take it. */
public final class SecretForm {
  /** Longest value in bytes: the limit of Parameter Store's standard parameters is 4 KB. */
  public static final int LIMIT_BYTES = 4096;

  private static final Pattern SAFE_IN_A_HEADER = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r]");

  private SecretForm() {}

  /**
   * Refuses a value that cannot be kept or used.
   *
   * @throws SecretRefused saying why, without the value
   */
  public static void require(String name, SecretValue value) {
    String text = value.reveal();
    refuse(text.isEmpty(), name, "is empty", "give one");
    refuse(text.indexOf('\0') >= 0, name, "holds a NUL character", "give one without");
    refuse(LINE_BREAK.matcher(text).find(), name, "holds a line break", "give one line");
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    refuse(
        bytes > LIMIT_BYTES,
        name,
        "has more than %d bytes, the limit of a standard parameter".formatted(LIMIT_BYTES),
        "give a shorter one");
    // Parameter Store nests no parameters (CloudFormation's reference of AWS::SSM::Parameter).
    refuse(
        text.contains("{{"), name, "holds '{{', which Parameter Store refuses", "give one without");
    requireFitForService(name, text);
  }

  private static void requireFitForService(String name, String text) {
    if (name.equals(ServiceSecrets.REDIS_PASSWORD)) {
      refuse(
          text.indexOf('"') >= 0 || text.indexOf('\\') >= 0,
          name,
          "holds a double quote or backslash, with which Redis does not start",
          "give one without");
    } else if (name.equals(ServiceSecrets.ORIGIN_SECRET)) {
      refuse(
          !SAFE_IN_A_HEADER.matcher(text).matches(),
          name,
          "holds more than letters, digits, hyphens and underscores, with which the proxy may not start",
          "give those only");
    }
  }

  private static void refuse(boolean wrong, String name, String problem, String mend) {
    if (wrong) {
      throw new SecretRefused(
          "the value of %s %s: %s; nothing was written".formatted(name, problem, mend));
    }
  }
}
