package com.harena.allinone.blueprint.shape;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A whole number.
 *
 * @param smallest smallest number allowed
 * @param largest largest number allowed
 */
public record WholeNumber(int smallest, int largest) implements ScalarForm {
  private static final Pattern DIGITS = Pattern.compile("-?(0|[1-9][0-9]{0,9})");

  @Override
  public Kind kind() {
    return Kind.WHOLE_NUMBER;
  }

  @Override
  public Optional<Object> read(String text) {
    if (text.length() > 11 || !DIGITS.matcher(text).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    return number < smallest || number > largest ? Optional.empty() : Optional.of((int) number);
  }

  @Override
  public String allowed() {
    return "a whole number from %d to %d".formatted(smallest, largest);
  }
}
