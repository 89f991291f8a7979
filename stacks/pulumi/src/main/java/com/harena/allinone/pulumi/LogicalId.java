package com.harena.allinone.pulumi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The name that the CDK gives to the resource at a construct's path, so that a reviewer finds the
 * same thing under the same name in both engines. The rule is that of the CDK's own {@code
 * makeUniqueId}: the path's words joined, and eight digits of the path's MD5, but for a path of one
 * word, which stands for itself.
 */
final class LogicalId {
  /** A word that names nothing: it stands neither in the name nor in the hash. */
  private static final String HIDDEN = "Default";

  /** A word that stands in the hash only. */
  private static final String HIDDEN_FROM_READERS = "Resource";

  private static final int DIGITS = 8;

  private LogicalId() {}

  /** The name of the resource at this path below the stack, such as {@code Network, Vpc}. */
  static String of(String... path) {
    List<String> words = Arrays.stream(path).filter(word -> !word.equals(HIDDEN)).toList();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("a path without a word names no resource");
    }
    if (words.size() == 1) {
      return readable(words.get(0));
    }
    return readers(words) + hash(String.join("/", words));
  }

  private static String readers(List<String> words) {
    StringBuilder name = new StringBuilder();
    for (String word : words) {
      String shown = readable(word);
      if (!word.equals(HIDDEN_FROM_READERS) && !name.toString().endsWith(shown)) {
        name.append(shown);
      }
    }
    return name.toString();
  }

  private static String readable(String word) {
    return word.chars()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String hash(String path) {
    try {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(path.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().withUpperCase().formatHex(digest).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }
}
