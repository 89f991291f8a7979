package com.harena.allinone.edge;

import com.harena.allinone.blueprint.Hours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The page that stands for the application while the instance does not answer. One file that loads
 * nothing else; CloudFront serves it with status 503 in place of 502 and 504.
 */
public final class SleepPage {
  /** Prefix of the site's bucket that belongs to the stack: uploads of the site leave it alone. */
  public static final String PREFIX = "_allinone/";

  /** Its key in the site's bucket. */
  public static final String KEY = PREFIX + "sleep.html";

  /** Its MIME type. */
  public static final String CONTENT_TYPE = "text/html; charset=utf-8";

  /** It may change with the opening hours, and is wrong as soon as the instance answers again. */
  public static final String CACHE_CONTROL = "no-store";

  private SleepPage() {}

  /** The page, with the opening hours if there are any. */
  public static String html(Optional<Hours> hours) {
    String text =
        hours.map(SleepPage::sentence).orElse("The application is starting or being looked after.");
    return EdgeText.read("sleep.html").replace("@HOURS@", text);
  }

  private static String sentence(Hours hours) {
    return "Open %s, %s to %s (%s)."
        .formatted(days(hours.days()), hours.open(), hours.close(), hours.zone());
  }

  private static String days(List<DayOfWeek> listed) {
    Set<DayOfWeek> days = EnumSet.copyOf(listed);
    if (days.size() == DayOfWeek.values().length) {
      return "every day";
    }
    DayOfWeek[] sorted = days.toArray(new DayOfWeek[0]);
    DayOfWeek first = sorted[0];
    DayOfWeek last = sorted[sorted.length - 1];
    return days.size() > 2 && days.equals(EnumSet.range(first, last))
        ? name(first) + " to " + name(last)
        : String.join(", ", Arrays.stream(sorted).map(SleepPage::name).toList());
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
