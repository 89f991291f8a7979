package com.harena.allinone.blueprint;

import java.util.Optional;

/** Says what is wrong, part by part. */
public final class FaultBuilder {
  private static final int SHOWN_CHARACTERS = 80;

  private final String source;
  private Optional<Position> position = Optional.empty();
  private String key = "";
  private String problem = "";
  private String given = "";
  private String allowed = "";
  private String mend = "";

  FaultBuilder(String source) {
    this.source = source;
  }

  /** Where. */
  public FaultBuilder at(Position position) {
    this.position = Optional.of(position);
    return this;
  }

  /** Which key; the problem is read after it. */
  public FaultBuilder key(String key) {
    this.key = key;
    return this;
  }

  /** What failed. */
  public FaultBuilder problem(String problem) {
    this.problem = problem;
    return this;
  }

  /** The value given: shown in quotes, shortened, on one line. Not for a value kept secret. */
  public FaultBuilder given(String text) {
    this.given = quoted(text);
    return this;
  }

  /** Says that a value was given and is not shown. */
  public FaultBuilder withheld() {
    this.given = "(value withheld)";
    return this;
  }

  /** What is allowed. */
  public FaultBuilder allowed(String allowed) {
    this.allowed = allowed;
    return this;
  }

  /** How to mend it. */
  public FaultBuilder mend(String mend) {
    this.mend = mend;
    return this;
  }

  /** The fault. */
  public Fault build() {
    return new Fault(source, position, key, problem, given, allowed, mend);
  }

  /** A text as messages show it: in quotes, on one line, shortened. */
  public static String quoted(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(SHOWN_CHARACTERS)
        .forEach(
            character -> {
              if (Character.isISOControl(character)
                  || Character.getType(character) == Character.FORMAT) {
                shown.append("\\u%04X".formatted(character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    return shown
        .append(text.codePointCount(0, text.length()) > SHOWN_CHARACTERS ? "…\"" : "\"")
        .toString();
  }
}
