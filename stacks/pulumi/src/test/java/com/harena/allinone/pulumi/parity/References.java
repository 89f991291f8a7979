package com.harena.allinone.pulumi.parity;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the values that AWS gives: {@code ref:NAME} is what identifies a resource, {@code
 * ref:NAME.output} an output of it. A template's references are told in the same words.
 *
 * @param table the types of both engines
 * @param resources what the program registers, by name
 * @param types the template's types, by logical id
 * @param region where both deploy
 */
record References(
    TypeTable table, Map<String, Registered> resources, Map<String, String> types, String region) {
  private static final Pattern OUTPUT = Pattern.compile("\\{(\\w+)}");
  private static final Pattern TOLD = Pattern.compile("ref:(\\w+)\\.(\\w+)");
  private static final Pattern ARN = Pattern.compile("arn:aws:test:[a-z0-9-]+:\\d+:ref:(\\w+)");

  /** What {@code Ref} (an attribute of that name) or {@code Fn::GetAtt} gives. */
  String given(String id, String attribute) {
    String text =
        table
            .find(types.getOrDefault(id, ""))
            .map(mapping -> mapping.attributes().get(attribute))
            .orElse("{" + attribute + "}");
    return plain(
        OUTPUT
            .matcher(text)
            .replaceAll(output -> Matcher.quoteReplacement(output(id, output.group(1)))));
  }

  private String output(String id, String output) {
    Registered resource = resources.get(id);
    if (resource != null && resource.inputs().get(output) instanceof String given) {
      return plain(given);
    }
    if (resource != null && Recording.isNumber(resource.resource(), output)) {
      return String.valueOf(Recording.number(id, output));
    }
    return output.equals("id") ? "ref:" + id : "ref:%s.%s".formatted(id, output);
  }

  /** The words of this form for what the program's record tells. */
  String plain(String text) {
    String arns = ARN.matcher(text).replaceAll("ref:$1.arn");
    return TOLD.matcher(arns)
        .replaceAll(
            told -> Matcher.quoteReplacement(plain(told.group(), told.group(1), told.group(2))));
  }

  private String plain(String told, String name, String output) {
    if (isIdentity(name, output)) {
      return "ref:" + name;
    }
    String arn = table.find(types.getOrDefault(name, "")).map(TypeMapping::arn).orElse("");
    return output.equals("arn") && !arn.isEmpty()
        ? arn.replace("{region}", region).replace("{id}", "ref:" + name)
        : told;
  }

  /** Whether an output is what identifies the resource, by another name. */
  private boolean isIdentity(String name, String output) {
    return table
        .find(types.getOrDefault(name, ""))
        .filter(mapping -> mapping.sameAsId().contains(output))
        .isPresent();
  }
}
