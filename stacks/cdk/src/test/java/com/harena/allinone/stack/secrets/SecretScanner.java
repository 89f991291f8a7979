package com.harena.allinone.stack.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds a secret's name with a value beside it, and tokens that look drawn at random. A finding
 * never repeats the value.
 */
final class SecretScanner {
  /** Names that mean a secret in every program. */
  private static final String USUAL =
      "[A-Za-z0-9_-]*(?:password|passwd|passphrase|secret|api[_-]?key|private[_-]?key|access[_-]?key|auth[_-]?token|credential)";

  /**
   * A value, unless it is empty, a reference such as {@code ${NAME}} or the start of a structure.
   */
  private static final String VALUE = "[\"']?\\s*[=:]\\s*[\"']?([^\\s\"'${\\[(,;<=>][^\\s\"',;]*)";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9+/_=-]{20,}");
  private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY");

  private final Pattern beside;
  private final Set<String> known;

  /**
   * A scanner.
   *
   * @param names the application's secrets, such as {@code DATABASE_PASSWORD}
   * @param known tokens that are no secrets although they look random: logical ids and digests
   */
  SecretScanner(Collection<String> names, Collection<String> known) {
    String own = names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    beside =
        Pattern.compile(
            "(?<![A-Za-z0-9_${])("
                + (own.isEmpty() ? "" : own + "|")
                + "(?i:"
                + USUAL
                + "))"
                + VALUE);
    this.known = Set.copyOf(known);
  }

  /** Everything suspicious in a text, as {@code line 3: …}. */
  List<String> findings(String text) {
    Set<String> findings = new TreeSet<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String place = String.format(Locale.ROOT, "line %d: ", i + 1);
      Matcher name = beside.matcher(lines.get(i));
      while (name.find()) {
        if (!Harmless.isSetting(name.group(2))) {
          findings.add(place + "a value beside " + name.group(1));
        }
      }
      if (PRIVATE_KEY.matcher(lines.get(i)).find()) {
        findings.add(place + "a private key");
      }
      for (String token : randomTokens(lines.get(i))) {
        findings.add(
            String.format(
                Locale.ROOT,
                "%sa token of %d characters that looks random: %s…",
                place,
                token.length(),
                token.substring(0, 4)));
      }
    }
    return List.copyOf(findings);
  }

  private List<String> randomTokens(String line) {
    List<String> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(line);
    while (matcher.find()) {
      String token = matcher.group();
      if (Randomness.looksRandom(token)
          && !known.contains(token)
          && !Harmless.isKnownShape(line.substring(0, matcher.start()), token)) {
        found.add(token);
      }
    }
    return found;
  }
}
