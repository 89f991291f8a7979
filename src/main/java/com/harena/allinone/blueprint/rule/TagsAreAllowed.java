package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.FaultBuilder;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * AWS's limits on tags: 50 for each resource, keys of 128 and values of 256 characters, a small set
 * of characters (AWS General Reference, "Tagging AWS resources", tag naming limits). The stack
 * needs three for itself.
 */
final class TagsAreAllowed implements Rule {
  private static final String TAGS = "tags";
  private static final int MOST_TAGS = 47;
  private static final int LONGEST_KEY = 128;
  private static final int LONGEST_VALUE = 256;
  private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+@-]*");
  private static final String ALLOWED = "letters, digits, spaces and _ . : / = + - @";

  @Override
  public void check(Draft draft, Faults faults) {
    Map<?, ?> tags = draft.value(TAGS, Map.class).orElse(Map.of());
    if (tags.size() > MOST_TAGS) {
      faults.add(
          faults
              .at(draft.position(TAGS))
              .key(TAGS)
              .problem("holds %d tags".formatted(tags.size()))
              .allowed("at most " + MOST_TAGS)
              .mend("remove some"));
    }
    tags.forEach((name, value) -> check(draft, faults, (String) name, (String) value));
  }

  private static void check(Draft draft, Faults faults, String name, String value) {
    FaultBuilder fault = faults.at(draft.position(TAGS + "." + name)).key(TAGS).given(name);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("aws:") || lower.startsWith("allinone:")) {
      String prefix = lower.substring(0, lower.indexOf(':') + 1);
      faults.add(
          fault
              .problem("has a key of a reserved kind")
              .allowed("keys that do not begin with " + prefix)
              .mend("choose another beginning"));
    } else if (name.isBlank() || name.length() > LONGEST_KEY) {
      faults.add(
          fault
              .problem("has a key of %d characters".formatted(name.length()))
              .allowed("1 to " + LONGEST_KEY)
              .mend("choose another key"));
    } else if (!CHARACTERS.matcher(name).matches() || !CHARACTERS.matcher(value).matches()) {
      faults.add(
          fault
              .problem("has a key or a value with a character that AWS refuses")
              .allowed(ALLOWED)
              .mend("write it without"));
    } else if (value.length() > LONGEST_VALUE) {
      faults.add(
          fault
              .problem("has a value of %d characters".formatted(value.length()))
              .allowed("at most " + LONGEST_VALUE)
              .mend("shorten the value"));
    }
  }
}
