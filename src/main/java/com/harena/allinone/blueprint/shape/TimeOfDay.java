package com.harena.allinone.blueprint.shape;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day to the minute. Quotes make no difference, because no type is guessed. */
record TimeOfDay() implements ScalarForm {
  private static final String FORM = "([01][0-9]|2[0-3]):[0-5][0-9]";
  private static final Pattern LOOSE =
      Pattern.compile("([0-9]{1,2})[:.h]?([0-9]{2})?(:[0-9]{2})? ?(am|pm)?");
  private static final int MINUTES_OF_A_DAY = 24 * 60;

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public Optional<Object> read(String text) {
    return text.length() == 5 && text.matches(FORM)
        ? Optional.of(LocalTime.parse(text))
        : Optional.empty();
  }

  @Override
  public String allowed() {
    return "a time of day from 00:00 to 23:59, such as 08:00";
  }

  @Override
  public Optional<String> pattern() {
    return Optional.of(FORM);
  }

  @Override
  public String mend(String text) {
    if (text.startsWith("24")) {
      return "a day ends at 23:59; hours that reach over midnight are not supported, leave out"
          + " hours to stay open";
    }
    if (text.matches("[0-9]{3,4}") && Integer.parseInt(text) < MINUTES_OF_A_DAY) {
      int minutes = Integer.parseInt(text);
      return "some tools turn a time without quotes into minutes: did you mean `%02d:%02d`"
          .formatted(minutes / 60, minutes % 60);
    }
    Matcher loose = LOOSE.matcher(text.toLowerCase(Locale.ROOT).strip());
    return loose.matches() ? guess(loose) : "";
  }

  private String guess(Matcher loose) {
    int hour = Integer.parseInt(loose.group(1));
    String half = loose.group(4);
    if (half != null && hour <= 12) {
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    String minute = loose.group(2) == null ? "00" : loose.group(2);
    String meant = "%02d:%s".formatted(hour, minute);
    return read(meant).isPresent() ? "did you mean `" + meant + "`" : "";
  }
}
