package com.harena.allinone.blueprint.shape;

import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of memory or disk.
 *
 * @param smallest smallest amount allowed
 * @param largest largest amount allowed
 */
record SizeText(Size smallest, Size largest) implements ScalarForm {
  private static final Text FORM = Size.class.getAnnotation(Text.class);
  private static final Pattern OTHER_UNIT =
      Pattern.compile("([1-9][0-9]{0,5}) ?([kmgt])(i?b)?", Pattern.CASE_INSENSITIVE);

  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public Optional<Object> read(String text) {
    if (text.length() > 16 || !text.matches(FORM.pattern())) {
      return Optional.empty();
    }
    Size size = Size.parse(text);
    return size.compareTo(smallest) < 0 || size.compareTo(largest) > 0
        ? Optional.empty()
        : Optional.of(size);
  }

  @Override
  public String allowed() {
    return "%s, from %s to %s".formatted(FORM.allowed(), smallest, largest);
  }

  @Override
  public Optional<String> pattern() {
    return Optional.of(FORM.pattern());
  }

  @Override
  public String mend(String text) {
    Matcher other = OTHER_UNIT.matcher(text.strip());
    if (text.length() > 16 || !other.matches()) {
      return "";
    }
    String meant = other.group(1) + " " + other.group(2).toUpperCase(Locale.ROOT).charAt(0) + "iB";
    return read(meant).isPresent() && !meant.equals(text) ? "did you mean `" + meant + "`" : "";
  }
}
