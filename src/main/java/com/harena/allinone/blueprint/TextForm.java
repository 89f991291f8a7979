package com.harena.allinone.blueprint;

/** Holds a value to the form that its type's {@link Text} annotation states. */
final class TextForm {
  /** Longer than any value of a form; also bounds the work of matching. */
  private static final int LONGEST = 512;

  private TextForm() {}

  /**
   * Returns the text when it has the form of the type.
   *
   * @throws IllegalArgumentException when it has not, saying what is allowed
   */
  static String require(Class<?> type, String text) {
    Text form = type.getAnnotation(Text.class);
    if (text == null || text.length() > LONGEST || !text.matches(form.pattern())) {
      throw new IllegalArgumentException("allowed: " + form.allowed());
    }
    return text;
  }
}
