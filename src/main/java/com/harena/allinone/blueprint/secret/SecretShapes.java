package com.harena.allinone.blueprint.secret;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells by its looks whether a text holds a secret. */
public final class SecretShapes {
  private record Look(String what, Pattern pattern) {}

  private static final List<Look> LOOKS =
      List.of(
          new Look(
              "an address with a password",
              Pattern.compile("://[^\\s/:@]{0,256}:(?!\\$)[^\\s/@]{1,256}@")),
          new Look("an AWS access key", Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b")),
          new Look("a private key", Pattern.compile("-----BEGIN [A-Z ]{0,30}PRIVATE KEY")),
          new Look(
              "an access token",
              Pattern.compile(
                  "\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22,255}|glpat-[A-Za-z0-9_-]{20}"
                      + "|xox[abprs]-[A-Za-z0-9-]{10,}|[sr]k_live_[A-Za-z0-9]{16,})")),
          new Look(
              "a signed token",
              Pattern.compile(
                  "\\beyJ[A-Za-z0-9_-]{8,}[.]eyJ[A-Za-z0-9_-]{8,}[.][A-Za-z0-9_-]{8,}")));

  /** The form of an AWS secret access key: 40 characters of Base64, not all hexadecimal. */
  private static final Pattern AWS_SECRET =
      Pattern.compile("(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9/+]{40}");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]{0,63})\\s*=\\s*(\\S.*)");

  private static final Pattern LOGIN = Pattern.compile("[^\\s/:@]{1,256}:[^\\s/@]{1,256}@\\S+");

  private SecretShapes() {}

  /** The same for a text that should be an address: there, words before an {@code @} log in. */
  static Optional<String> findInAddress(String text) {
    return LOGIN.matcher(text.strip()).matches()
        ? Optional.of("an address with a password")
        : find(text);
  }

  /** What secret the text holds; empty when it looks like none. */
  public static Optional<String> find(String text) {
    if (AWS_SECRET.matcher(text.strip()).matches()) {
      return Optional.of("an AWS secret key");
    }
    Matcher assignment = ASSIGNMENT.matcher(text);
    if (assignment.matches() && SecretNames.isSecret(assignment.group(1))) {
      return Optional.of("a secret");
    }
    return LOOKS.stream()
        .filter(look -> look.pattern().matcher(text).find())
        .map(Look::what)
        .findFirst();
  }
}
