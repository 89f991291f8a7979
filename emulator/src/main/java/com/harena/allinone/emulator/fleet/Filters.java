package com.harena.allinone.emulator.fleet;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Filters on what EC2 describes, after its states have been set right. */
final class Filters {
  private static final String TAG = "tag:";

  private final Map<String, List<String>> wanted;
  private final Map<String, String> paths;

  /**
   * Filters.
   *
   * @param wanted values by filter
   * @param paths where the value of a filter stands; {@code set//path} looks at each item of a set
   */
  Filters(Map<String, List<String>> wanted, Map<String, String> paths) {
    this.wanted = wanted;
    this.paths = paths;
    for (String name : wanted.keySet()) {
      if (!name.startsWith(TAG) && !name.equals("tag-key") && !paths.containsKey(name)) {
        throw new Ec2Failure(
            "InvalidParameterValue",
            "The filter '%s' is invalid; the local AWS knows %s, tag:KEY and tag-key"
                .formatted(name, paths.keySet().stream().sorted().toList()));
      }
    }
  }

  boolean match(Ec2Xml described) {
    return wanted.entrySet().stream()
        .allMatch(
            filter ->
                values(described, filter.getKey()).stream()
                    .anyMatch(value -> filter.getValue().stream().anyMatch(p -> like(p, value))));
  }

  private List<String> values(Ec2Xml described, String name) {
    if (name.equals("tag-key")) {
      return described.items("tagSet").stream().flatMap(t -> t.text("key").stream()).toList();
    }
    if (name.startsWith(TAG)) {
      String key = name.substring(TAG.length());
      return described.items("tagSet").stream()
          .filter(tag -> tag.text("key").filter(key::equals).isPresent())
          .map(tag -> tag.text("value").orElse(""))
          .toList();
    }
    String[] path = paths.get(name).split("//", -1);
    return path.length == 1
        ? described.text(path[0]).stream().toList()
        : described.items(path[0]).stream().flatMap(i -> i.text(path[1]).stream()).toList();
  }

  /** Whether the value is like the pattern, in which * and ? stand for what is not said. */
  static boolean like(String pattern, String value) {
    String expression =
        pattern
            .chars()
            .mapToObj(
                letter ->
                    letter == '*'
                        ? ".*"
                        : letter == '?' ? "." : Pattern.quote(Character.toString(letter)))
            .collect(Collectors.joining());
    return Pattern.compile(expression, Pattern.DOTALL).matcher(value).matches();
  }
}
