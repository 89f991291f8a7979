package com.harena.allinone.blueprint.shape;

import com.harena.allinone.blueprint.Spelled;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words.
 *
 * @param words each word with the value it stands for
 */
record Choice(Map<String, Object> words) implements ScalarForm {
  Choice {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
  }

  static Choice of(Class<?> type) {
    Map<String, Object> words = new LinkedHashMap<>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> words.put(word((Enum<?>) constant), constant));
    return new Choice(words);
  }

  private static String word(Enum<?> constant) {
    if (constant instanceof Spelled spelled) {
      return spelled.spelling();
    }
    String word = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return constant instanceof DayOfWeek ? word.substring(0, 3) : word;
  }

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public Optional<Object> read(String text) {
    return Optional.ofNullable(words.get(text));
  }

  @Override
  public String allowed() {
    return String.join(", ", words.keySet());
  }

  @Override
  public List<String> choices() {
    return List.copyOf(words.keySet());
  }

  @Override
  public String mend(String text) {
    String start = text.toLowerCase(Locale.ROOT);
    return words.keySet().stream()
        .filter(word -> word.length() == 3 && start.startsWith(word))
        .findFirst()
        .or(() -> Nearest.to(text, words.keySet()))
        .map(word -> "did you mean `" + word + "`")
        .orElse("");
  }
}
