package com.harena.allinone.blueprint;

import com.harena.allinone.blueprint.secret.SecretShapes;
import java.util.Locale;
import java.util.Optional;

/** Says what is wrong, part by part. */
public final class FaultBuilder {
  private static final int SHOWN_CHARACTERS = 120;

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
    this.key = SecretShapes.find(key).isPresent() ? "(key withheld)" : shown(key);
    return this;
  }

  /** What failed. */
  public FaultBuilder problem(String problem) {
    this.problem = problem;
    return this;
  }

  /**
   * The value given: shown in quotes, shortened, on one line. A text that looks like a secret is
   * withheld; one that only its key makes a secret must not come here.
   */
  public FaultBuilder given(String text) {
    if (SecretShapes.find(text).isPresent()) {
      return withheld();
    }
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
    return '"' + shown(text) + '"';
  }

  /** A text on one line, shortened. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(SHOWN_CHARACTERS)
        .forEach(
            character -> {
              if (Character.isISOControl(character)
                  || Character.getType(character) == Character.FORMAT) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", character));
              } else {
                shown.appendCodePoint(character);
              }
            });
    boolean cut = text.codePointCount(0, text.length()) > SHOWN_CHARACTERS;
    return shown + (cut ? "…" : "");
  }
}
