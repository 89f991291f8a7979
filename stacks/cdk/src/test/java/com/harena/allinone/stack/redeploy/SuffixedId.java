package com.harena.allinone.stack.redeploy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A logical id that carries the suffix of what it belongs to: 8 lower-case hexadecimal digits after
 * a name, perhaps more of the construct path, and the CDK's own 8 upper-case digits of the path,
 * which change with the suffix.
 */
public record SuffixedId(String stem, String suffix) {
  private static final Pattern NESTED =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*?)([0-9a-f]{8})((?:[A-Z][A-Za-z]*)?)[0-9A-F]{8}");

  /** Without the CDK's digits, 8 plain digits could be just those. */
  private static final Pattern AT_THE_TOP =
      Pattern.compile("([A-Za-z][A-Za-z0-9]*?)((?=[0-9]*[a-f])[0-9a-f]{8})()");

  public static Optional<SuffixedId> parse(String id) {
    for (Pattern form : List.of(NESTED, AT_THE_TOP)) {
      Matcher matcher = form.matcher(id);
      if (matcher.matches()) {
        return Optional.of(
            new SuffixedId(matcher.group(1) + "<suffix>" + matcher.group(3), matcher.group(2)));
      }
    }
    return Optional.empty();
  }

  /** The id as a reader of the constructs knows it: without suffix and without the CDK's digits. */
  public static String nameOf(String id) {
    return parse(id).isPresent()
        ? stemOf(id).replace("<suffix>", "")
        : id.replaceAll("(?<=[A-Za-z0-9])[0-9A-F]{8}$", "");
  }

  /** The id with the suffix taken out, for comparing; the id itself when it has none. */
  public static String stemOf(String id) {
    return parse(id).map(SuffixedId::stem).orElse(id);
  }
}
