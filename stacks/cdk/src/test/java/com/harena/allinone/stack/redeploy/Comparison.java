package com.harena.allinone.stack.redeploy;

import com.harena.allinone.schema.Ruling;
import com.harena.allinone.schema.Rulings;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Reference;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What CloudFormation does to each resource when one template follows another. */
final class Comparison {
  private final Schemas schemas;
  private final Map<String, Resource> before;
  private final Map<String, Resource> after;

  /** Previous id by new id; the same one for most. */
  private final Map<String, String> pairs = new LinkedHashMap<>();

  private final Map<String, ResourceChange> changes = new LinkedHashMap<>();

  private Comparison(Schemas schemas, Template before, Template after) {
    this.schemas = schemas;
    this.before = before.resources();
    this.after = after.resources();
  }

  /** Every resource that is added, removed or changed. */
  static List<ResourceChange> of(Schemas schemas, Template before, Template after) {
    Comparison comparison = new Comparison(schemas, before, after);
    comparison.pair();
    comparison.follow();
    return comparison.result();
  }

  /** The worst that happens to any resource. */
  static UpdateKind worst(List<ResourceChange> changes) {
    return changes.stream().map(ResourceChange::kind).reduce(UpdateKind.NONE, UpdateKind::worse);
  }

  private void pair() {
    Map<String, String> removed = new LinkedHashMap<>();
    for (Resource resource : before.values()) {
      if (!after.containsKey(resource.id())) {
        removed.put(SuffixedId.stemOf(resource.id()) + " " + resource.type(), resource.id());
      }
    }
    for (Resource resource : after.values()) {
      if (before.containsKey(resource.id())) {
        pairs.put(resource.id(), resource.id());
      } else {
        String key = SuffixedId.stemOf(resource.id()) + " " + resource.type();
        Optional.ofNullable(removed.get(key)).ifPresent(id -> pairs.put(resource.id(), id));
      }
    }
  }

  /** Compares again until no replacement makes another one. */
  private void follow() {
    boolean more = true;
    while (more) {
      more = false;
      for (Map.Entry<String, String> pair : pairs.entrySet()) {
        Resource old = before.get(pair.getValue());
        Resource now = after.get(pair.getKey());
        ResourceChange change =
            new ResourceChange(old.id(), now.id(), now.type(), compare(old, now));
        more |= !change.equals(changes.put(now.id(), change));
      }
    }
  }

  private List<PropertyChange> compare(Resource old, Resource now) {
    List<PropertyChange> found = new ArrayList<>();
    if (!old.type().equals(now.type())) {
      found.add(
          new PropertyChange(
              "Type", UpdateKind.REFUSED, old.type() + " cannot become " + now.type()));
      return found;
    }
    for (Leaves.Leaf leaf : Leaves.of(old.properties(), now.properties())) {
      Optional<String> cause = causeOf(leaf);
      cause.ifPresent(why -> found.add(judge(old, now, leaf, why)));
    }
    UniqueName.clash(schemas, old, now, !old.id().equals(now.id()) || isReplaced(found))
        .ifPresent(found::add);
    return found;
  }

  private static boolean isReplaced(List<PropertyChange> properties) {
    return properties.stream().anyMatch(each -> each.kind() == UpdateKind.REPLACEMENT);
  }

  private Optional<String> causeOf(Leaves.Leaf leaf) {
    if (leaf.isChanged()) {
      return Optional.of(leaf.before() + " -> " + leaf.after());
    }
    for (Reference reference : Reference.in(leaf.after())) {
      ResourceChange target = changes.get(reference.target());
      if (target == null) {
        continue;
      }
      boolean replaced = target.kind() == UpdateKind.REPLACEMENT;
      boolean refreshed =
          target.kind() != UpdateKind.NONE
              && reference
                  .attribute()
                  .map(attribute -> Rulings.changesInPlace(target.type(), attribute))
                  .orElse(false);
      if (replaced || refreshed) {
        return Optional.of(reference + " has a new value");
      }
    }
    return Optional.empty();
  }

  private PropertyChange judge(Resource old, Resource now, Leaves.Leaf leaf, String why) {
    if (!old.id().equals(now.id())) {
      return new PropertyChange(leaf.name(), UpdateKind.REPLACEMENT, why + "; under a new id");
    }
    String type = now.type();
    Optional<Ruling> row = Rulings.of(type, leaf.name(), leaf.before(), leaf.after());
    if (row.isPresent()) {
      return new PropertyChange(leaf.name(), row.get().kind(), why + "; " + row.get().wording());
    }
    UpdateKind kind =
        switch (schemas.mark(type, leaf.path())) {
          case CREATE_ONLY -> UpdateKind.REPLACEMENT;
          case MUTABLE -> UpdateKind.IN_PLACE;
          case MAYBE ->
              throw new IllegalStateException(
                  "the schema leaves open what a change of "
                      + type
                      + " "
                      + leaf.name()
                      + " does, and the table of rulings has no row for it");
        };
    return new PropertyChange(leaf.name(), kind, why + "; by the published schema");
  }

  private List<ResourceChange> result() {
    List<ResourceChange> all = new ArrayList<>();
    for (Resource resource : before.values()) {
      if (!pairs.containsValue(resource.id())) {
        all.add(new ResourceChange(resource.id(), "", resource.type(), List.of()));
      }
    }
    for (Resource resource : after.values()) {
      if (!pairs.containsKey(resource.id())) {
        all.add(new ResourceChange("", resource.id(), resource.type(), List.of()));
      } else if (changes.get(resource.id()).kind() != UpdateKind.NONE) {
        all.add(changes.get(resource.id()));
      }
    }
    return List.copyOf(all);
  }
}
