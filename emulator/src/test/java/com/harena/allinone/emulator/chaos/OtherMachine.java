package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.template.TemplateText;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same template for a machine of another type. What belongs to one machine, and what belongs to
 * its VPC origin, ends in eight hex digits of a hash; both are read from the template.
 */
final class OtherMachine {
  /** The suffix, and the eight digits that the CDK ends every logical id with. */
  private static final Pattern SUFFIX = Pattern.compile(".*?([0-9a-f]{8})[0-9A-F]{8}");

  private static final List<String> TYPES =
      List.of("AWS::EC2::Instance", "AWS::CloudFront::VpcOrigin");

  private OtherMachine() {}

  /** The template with another instance type and other suffixes. */
  static String of(String template) {
    JsonNode resources = TemplateText.parse(template).path("Resources");
    String other = template;
    for (String type : TYPES) {
      String suffix = suffix(resources, type);
      other = other.replace(suffix, next(suffix));
    }
    String machine = instanceType(resources);
    return other.replace('"' + machine + '"', '"' + otherType(machine) + '"');
  }

  private static String suffix(JsonNode resources, String type) {
    return resources.properties().stream()
        .filter(each -> each.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .map(SUFFIX::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " with a suffix in the template"));
  }

  private static String instanceType(JsonNode resources) {
    List<String> types = resources.findValuesAsText("InstanceType");
    if (types.size() != 1) {
      throw new AssertionError("the template names the instance types " + types + ", not one");
    }
    return types.get(0);
  }

  private static String otherType(String type) {
    String family = type.substring(0, type.indexOf('.') + 1);
    return type.equals(family + "medium") ? family + "large" : family + "medium";
  }

  /** The last digit is another. */
  private static String next(String suffix) {
    int last = suffix.length() - 1;
    int digit = Character.digit(suffix.charAt(last), 16);
    return suffix.substring(0, last) + Character.forDigit((digit + 1) % 16, 16);
  }
}
