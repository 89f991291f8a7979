package com.harena.allinone.stack.secrets;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells a token that was drawn at random from words and names. */
final class Randomness {
  /** Entropy of its own characters; names of 20 characters and more have 3 to 4 bits too. */
  private static final double BITS_PER_CHARACTER = 3.3;

  /**
   * Names change between letters and digits or begin another word only once in a few characters.
   */
  private static final double CHANGES_PER_CHARACTER = 0.22;

  private static final int HEX_DIGITS = 32;
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
  private static final Pattern SEPARATOR = Pattern.compile("[+/_=-]+");

  private Randomness() {}

  static boolean looksRandom(String token) {
    if (token.length() >= HEX_DIGITS && HEX.matcher(token).matches()) {
      return entropy(token) > 3;
    }
    String[] words = SEPARATOR.split(token);
    int characters = Arrays.stream(words).mapToInt(String::length).sum();
    int changes = Arrays.stream(words).mapToInt(Randomness::changes).sum();
    boolean digits = token.chars().anyMatch(Character::isDigit);
    return digits
        && characters >= 16
        && entropy(token) > BITS_PER_CHARACTER
        && changes > CHANGES_PER_CHARACTER * characters;
  }

  /** Shannon's entropy of the characters, in bits. */
  static double entropy(String token) {
    Map<Integer, Long> counts =
        token
            .chars()
            .boxed()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    double bits = 0;
    for (long count : counts.values()) {
      double share = (double) count / token.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }

  private static int changes(String word) {
    int changes = 0;
    for (int i = 1; i < word.length(); i++) {
      boolean capitalised = kind(word.charAt(i - 1)) == 1 && kind(word.charAt(i)) == 2;
      if (!capitalised && kind(word.charAt(i)) != kind(word.charAt(i - 1))) {
        changes++;
      }
    }
    return changes;
  }

  private static int kind(char c) {
    return Character.isDigit(c) ? 0 : Character.isUpperCase(c) ? 1 : 2;
  }
}
