package com.harena.allinone.blueprint.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

  private SecretNames() {}

  static boolean isSecret(String name) {
    List<String> words =
        Arrays.stream(
                name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                    .toLowerCase(Locale.ROOT)
                    .split("[^a-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .toList();
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
