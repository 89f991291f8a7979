package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What must hold for every redeploy, whatever was changed. */
final class Invariants {
  private static final Set<String> KEPT = Set.of("Retain", "RetainExceptOnCreate", "Snapshot");

  private Invariants() {}

  /**
   * Every fault of a redeploy.
   *
   * @param adopted whether the change hands the data volume over to the blueprint, which takes it
   *     out of the template without deleting it
   */
  static List<String> faults(Schemas schemas, Template before, Template after, boolean adopted) {
    List<ResourceChange> changes = Comparison.of(schemas, before, after);
    List<String> faults = new ArrayList<>();
    faults.addAll(statefulFaults(schemas, before, changes, adopted));
    faults.addAll(togetherFaults(before, after));
    faults.addAll(suffixFaults(schemas, before, after, changes));
    return List.copyOf(faults);
  }

  private static List<String> statefulFaults(
      Schemas schemas, Template before, List<ResourceChange> changes, boolean adopted) {
    List<String> faults = new ArrayList<>();
    for (ResourceChange change : changes) {
      boolean data = schemas.isStateful(change.type()) && !change.isAdded();
      if (!data || change.type().equals("AWS::Logs::LogGroup")) {
        continue;
      }
      boolean handedOver =
          adopted && change.type().equals("AWS::EC2::Volume") && isKept(before, change);
      if (change.isRenamed() || (change.isRemoved() && !handedOver)) {
        faults.add("stateful " + change.before() + " loses its logical id: " + change);
      } else if (change.kind() == UpdateKind.REPLACEMENT) {
        faults.add("stateful " + change.before() + " is replaced: " + change.properties());
      }
    }
    return faults;
  }

  private static boolean isKept(Template before, ResourceChange change) {
    return KEPT.contains(
        before.resource(change.before()).body().path("DeletionPolicy").asText("Delete"));
  }

  private static List<String> togetherFaults(Template before, Template after) {
    String suffix = instanceSuffix(before).orElse("");
    Set<String> parts =
        before.resources().keySet().stream()
            .filter(id -> SuffixedId.parse(id).filter(s -> s.suffix().equals(suffix)).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> stay = new TreeSet<>(parts);
    stay.retainAll(after.resources().keySet());
    if (stay.isEmpty() || stay.equals(parts)) {
      return List.of();
    }
    parts.removeAll(stay);
    return List.of("parts of one instance: " + stay + " stay while " + parts + " go");
  }

  private static List<String> suffixFaults(
      Schemas schemas, Template before, Template after, List<ResourceChange> changes) {
    boolean newSuffix = !instanceSuffix(before).equals(instanceSuffix(after));
    UpdateKind kind =
        Comparison.of(schemas, withoutSuffixes(before), withoutSuffixes(after)).stream()
            .filter(change -> change.type().equals("AWS::EC2::Instance"))
            .map(ResourceChange::kind)
            .reduce(UpdateKind.NONE, UpdateKind::worse);
    if (!newSuffix && kind.compareTo(UpdateKind.INTERRUPTION) >= 0) {
      return List.of("the instance needs " + kind + " but keeps its suffix: " + of(changes));
    } else if (newSuffix && kind != UpdateKind.REPLACEMENT) {
      return List.of("the suffix is new, but nothing that replaces an instance changed");
    }
    return List.of();
  }

  private static List<ResourceChange> of(List<ResourceChange> changes) {
    return changes.stream().filter(each -> each.type().startsWith("AWS::EC2::")).toList();
  }

  /** The suffix that the instance's logical id carries. */
  static Optional<String> instanceSuffix(Template template) {
    return template.ofType("AWS::EC2::Instance").stream()
        .flatMap(instance -> SuffixedId.parse(instance.id()).stream())
        .map(SuffixedId::suffix)
        .findFirst();
  }

  /** The template with every suffix taken out of ids, references, names and tags. */
  static Template withoutSuffixes(Template template) {
    Map<String, String> stems =
        new TreeMap<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (Resource resource : template.resources().values()) {
      SuffixedId.parse(resource.id())
          .ifPresent(
              id -> {
                stems.put(resource.id(), id.stem().replaceAll("[<>]", ""));
                stems.put(id.suffix(), "suffix");
              });
    }
    String text = template.root().toString();
    for (Map.Entry<String, String> stem : stems.entrySet()) {
      text = text.replace(stem.getKey(), stem.getValue());
    }
    JsonNode root = Template.parse(text).root();
    return new Template(root);
  }
}
