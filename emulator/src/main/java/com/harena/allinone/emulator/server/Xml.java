package com.harena.allinone.emulator.server;

import java.util.Optional;

/** Texts of XML. */
public final class Xml {
  /** What a document begins with. */
  public static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Xml() {}

  /** An element with a text. */
  public static String element(String name, String text) {
    return wrap(name, escaped(text));
  }

  /** An element with a text, or nothing. */
  public static String element(String name, Optional<String> text) {
    return text.map(value -> element(name, value)).orElse("");
  }

  /** An element around XML. */
  public static String wrap(String name, String inside) {
    return "<" + name + ">" + inside + "</" + name + ">";
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#13;");
                default -> {
                  // XML 1.0 has no other control characters, not even escaped.
                  if (point >= 0x20 || point == '\n' || point == '\t') {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }
}
