package com.harena.allinone.blueprint.secret;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its name whether a key stands for a secret. */
final class SecretNames {
  private static final Set<String> SECRET =
      Set.of(
          "password",
          "passwords",
          "passwd",
          "pwd",
          "passphrase",
          "passcode",
          "secret",
          "secrets",
          "token",
          "credential",
          "credentials",
          "apikey",
          "privatekey",
          "secretkey",
          "accesskey");

  /** Words that make a name speak of something about the secret: TOKEN_TTL, PASSWORD_FILE. */
  private static final Set<String> ABOUT =
      Set.of(
          "ttl",
          "seconds",
          "minutes",
          "hours",
          "days",
          "length",
          "size",
          "count",
          "limit",
          "max",
          "min",
          "file",
          "path",
          "name",
          "url",
          "uri",
          "header",
          "enabled",
          "issuer",
          "audience",
          "algorithm",
          "policy",
          "expiry",
          "lifetime",
          "type");

  /** Words before "key" that make it no secret. */
  private static final Set<String> OPEN_KEYS =
      Set.of("public", "primary", "foreign", "partition", "sort", "cache", "object", "s3");

  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

  private SecretNames() {}

  static boolean isSecret(String name) {
    String spaced = HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    List<String> words =
        BETWEEN_WORDS.splitAsStream(spaced).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty() || ABOUT.contains(words.get(words.size() - 1))) {
      return false;
    }
    return words.stream().anyMatch(SECRET::contains) || endsWithSecretKey(words);
  }

  private static boolean endsWithSecretKey(List<String> words) {
    int last = words.size() - 1;
    return words.get(last).equals("key") && (last == 0 || !OPEN_KEYS.contains(words.get(last - 1)));
  }
}
