package com.harena.allinone.blueprint.shape;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** True or false. */
record Truth() implements ScalarForm {
  private static final List<String> YES = List.of("yes", "on", "y", "true", "1");
  private static final List<String> NO = List.of("no", "off", "n", "false", "0");

  @Override
  public Kind kind() {
    return Kind.TRUTH;
  }

  @Override
  public Optional<Object> read(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public String allowed() {
    return "true or false";
  }

  @Override
  public String mend(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return "did you mean `true`";
    }
    return NO.contains(word) ? "did you mean `false`" : "";
  }
}
