package com.harena.allinone.move.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** HTML under construction. Every text and every value of an attribute is escaped. */
final class Markup {
  private final StringBuilder html = new StringBuilder(32_768);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  Markup begin(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      html.append('"');
    }
    html.append('>');
    open.push(tag);
    return this;
  }

  /** Ends the element begun last. */
  Markup end() {
    html.append("</").append(open.pop()).append(">\n");
    return this;
  }

  /** Text within the element begun last. */
  Markup text(String text) {
    html.append(escape(text));
    return this;
  }

  /** A whole element with text in it. */
  Markup element(String tag, String text, String... attributes) {
    return begin(tag, attributes).text(text).end();
  }

  /** An element of HTML that has neither content nor end. */
  Markup single(String tag, String... attributes) {
    begin(tag, attributes);
    open.pop();
    return this;
  }

  /** Style sheet or declaration of ours, which holds nothing from outside. */
  Markup verbatim(String ours) {
    html.append(ours);
    return this;
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPrintable(point) ? point : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isPrintable(int point) {
    boolean half = point >= 0xD800 && point <= 0xDFFF;
    return point == '\n' || point == '\t' || !(Character.isISOControl(point) || half);
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements without an end: " + open);
    }
    return html.toString();
  }
}
