package com.harena.allinone.emulator.fleet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call of EC2's query protocol.
 *
 * @param action such as {@code StopInstances}
 * @param form its parameters, lists as {@code InstanceId.1}
 */
public record Ec2Call(String action, Map<String, String> form) {
  /** Copies the form. */
  public Ec2Call {
    form = Map.copyOf(form);
  }

  /** A call with a name and a value by turns. */
  public static Ec2Call of(String action, String... pairs) {
    Map<String, String> form = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      form.put(pairs[i], pairs[i + 1]);
    }
    return new Ec2Call(action, form);
  }

  /** A parameter. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(form.get(name));
  }

  /** A parameter that the call cannot do without. */
  public String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new Ec2Failure(
                    "MissingParameter",
                    "The request must contain the parameter %s".formatted(name)));
  }

  /** The values of a list. */
  public List<String> list(String name) {
    List<String> values = new ArrayList<>();
    for (int i = 1; form.containsKey(name + "." + i); i++) {
      values.add(form.get(name + "." + i));
    }
    return values;
  }

  /** The filters, by name. */
  public Map<String, List<String>> filters() {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    for (int i = 1; form.containsKey("Filter.%d.Name".formatted(i)); i++) {
      filters.put(form.get("Filter.%d.Name".formatted(i)), list("Filter.%d.Value".formatted(i)));
    }
    return filters;
  }

  /** The tags that the call gives to resources of this type. */
  public Map<String, String> tags(String resourceType) {
    Map<String, String> tags = new TreeMap<>();
    for (int i = 1; form.containsKey("TagSpecification.%d.ResourceType".formatted(i)); i++) {
      String prefix = "TagSpecification.%d.".formatted(i);
      if (form.get(prefix + "ResourceType").equals(resourceType)) {
        tags.putAll(pairs(prefix + "Tag"));
      }
    }
    return tags;
  }

  /** Tags as {@code Tag.1.Key}, {@code Tag.1.Value}. */
  public Map<String, String> pairs(String prefix) {
    Map<String, String> tags = new TreeMap<>();
    for (int i = 1; form.containsKey("%s.%d.Key".formatted(prefix, i)); i++) {
      String value = form.get("%s.%d.Value".formatted(prefix, i));
      tags.put(form.get("%s.%d.Key".formatted(prefix, i)), value == null ? "" : value);
    }
    return tags;
  }

  /** The same call without its filters and pages. */
  public Ec2Call unfiltered() {
    Map<String, String> kept = new TreeMap<>(form);
    kept.keySet()
        .removeIf(
            name ->
                name.startsWith("Filter.")
                    || name.equals("MaxResults")
                    || name.equals("NextToken"));
    return new Ec2Call(action, kept);
  }
}
