package com.harena.allinone.pulumi.parity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.pulumi.testing.Registered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the program registers, translated into CloudFormation's properties. */
final class PulumiSide {
  /** What the record's ARNs are in, wherever the blueprint's region is. */
  private static final String RECORDED_REGION = "eu-west-3";

  private final TypeTable table;
  private final References references;
  private final EffectiveTags tags;
  private final Map<String, List<Registered>> parts = new TreeMap<>();

  PulumiSide(TypeTable table, References references, EffectiveTags tags) {
    this.table = table;
    this.references = references;
    this.tags = tags;
    references.resources().values().stream()
        .filter(each -> table.whole(each.type()).isPresent())
        .forEach(part -> parts.computeIfAbsent(wholeOf(part), name -> new ArrayList<>()).add(part));
  }

  /** The name of the resource that this one is a part of. */
  private String wholeOf(Registered part) {
    String input = table.whole(part.type()).orElseThrow().parts().get(part.type()).of();
    return references.plain(part.inputs().get(input).toString()).replaceAll("^ref:(\\w+).*", "$1");
  }

  List<Normalized> resources() {
    return references.resources().values().stream()
        .filter(each -> table.whole(each.type()).isEmpty())
        .map(this::normalized)
        .toList();
  }

  private Normalized normalized(Registered resource) {
    String type = references.types().getOrDefault(resource.name(), resource.type());
    List<Registered> folded = parts.getOrDefault(resource.name(), List.of());
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    Map<PropertyPath, String> others = new LinkedHashMap<>();
    TypeMapping mapping =
        table.find(type).filter(found -> found.token().equals(resource.type())).orElse(null);
    if (mapping == null) {
      others.putAll(Leaves.of(inputs(resource, "")));
      type = resource.type();
    } else {
      translate(inputs(resource, mapping.document()), mapping.rules(), properties, others);
      for (Registered part : folded) {
        translate(inputs(part, ""), mapping.parts().get(part.type()).rules(), properties, others);
        others.remove(PropertyPath.parse(mapping.parts().get(part.type()).of()));
      }
    }
    if (resource.options().isProtect()) {
      others.put(PropertyPath.parse("protect"), "true");
    }
    return new Normalized(
        type, resource.name(), properties, others, kept(resource, folded), needs(resource, folded));
  }

  private static void translate(
      ObjectNode inputs,
      List<PropertyRule> rules,
      ObjectNode properties,
      Map<PropertyPath, String> others) {
    Set<PropertyPath> consumed = new LinkedHashSet<>();
    rules.forEach(rule -> rule.translate(inputs, properties, consumed::add));
    Leaves.of(inputs)
        .forEach(
            (place, value) -> {
              boolean nothing = place.steps().isEmpty();
              if (!nothing && consumed.stream().noneMatch(each -> each.covers(place))) {
                others.put(place, value);
              }
            });
  }

  private ObjectNode inputs(Registered resource, String document) {
    ObjectNode inputs =
        (ObjectNode)
            Inputs.withTexts(
                Inputs.of(resource.inputs()),
                text -> references.plain(text.replace(RECORDED_REGION, references.region())));
    tags.addOfProvider(resource, inputs);
    if (inputs.has(document)) {
      inputs.set(document, Conversion.parsed(inputs.get(document)));
    }
    return inputs;
  }

  /** Whether the engine leaves it where it is when it is no longer wanted, with all its parts. */
  private static String kept(Registered resource, List<Registered> parts) {
    List<Registered> all = new ArrayList<>(parts);
    all.add(resource);
    long kept = all.stream().filter(each -> each.options().isRetainOnDelete()).count();
    return kept == 0 ? "" : kept == all.size() ? "kept" : "kept in part";
  }

  private Set<String> needs(Registered resource, List<Registered> parts) {
    Set<String> needs = new LinkedHashSet<>(resource.needs());
    parts.forEach(part -> needs.addAll(part.needs()));
    needs.remove(resource.name());
    return needs;
  }

  /** The names of the resources that are properties of this one in CloudFormation. */
  List<String> parts(String name) {
    return parts.getOrDefault(name, List.of()).stream().map(Registered::name).toList();
  }
}
