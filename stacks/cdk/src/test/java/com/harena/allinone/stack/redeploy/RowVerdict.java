package com.harena.allinone.stack.redeploy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.testing.BlueprintEdit;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a redeploy does with one change of the blueprint.
 *
 * @param kind the worst that happens
 * @param instance kept, replaced or refused
 * @param effects what happens, in words
 * @param faults invariants that the change breaks
 */
record RowVerdict(UpdateKind kind, String instance, List<String> effects, List<String> faults) {
  RowVerdict {
    effects = List.copyOf(effects);
    faults = List.copyOf(faults);
  }

  /**
   * Judges a row.
   *
   * @param blueprint the committed blueprint
   * @param synthesis what turns a blueprint into its stack
   */
  static RowVerdict of(
      RedeployRow row, Path blueprint, Schemas schemas, Function<Blueprint, Deployed> synthesis) {
    Map<String, Object> edits = new LinkedHashMap<>(row.from());
    Deployed before = synthesis.apply(load(blueprint, edits));
    edits.putAll(row.change());
    Deployed after;
    try {
      after = synthesis.apply(load(blueprint, edits));
    } catch (FaultyBlueprintException e) {
      return refused(e.faults().stream().map(Fault::message).toList());
    }
    if (!before.stack().equals(after.stack())) {
      return refused(
          List.of(
              "another name makes another stack beside this one: "
                  + "`allinone deploy` compares it with the reviewed "
                  + before.stack()));
    }
    return compare(row, schemas, before, after);
  }

  private static Blueprint load(Path file, Map<String, Object> edits) {
    return BlueprintLoader.parse(file.getFileName().toString(), BlueprintEdit.apply(file, edits));
  }

  private static RowVerdict refused(List<String> reasons) {
    return new RowVerdict(UpdateKind.REFUSED, "refused", reasons, List.of());
  }

  private static RowVerdict compare(
      RedeployRow row, Schemas schemas, Deployed before, Deployed after) {
    List<ResourceChange> changes = Comparison.of(schemas, before.template(), after.template());
    UpdateKind kind = Comparison.worst(changes);
    Map<String, Set<String>> effects = new LinkedHashMap<>();
    List<ResourceChange> worstFirst =
        changes.stream().sorted((a, b) -> b.kind().compareTo(a.kind())).toList();
    for (ResourceChange change : worstFirst) {
      effects
          .computeIfAbsent(verb(change), verb -> new TreeSet<>())
          .add(SuffixedId.nameOf(change.id()));
    }
    Set<String> recreated = before.recreatedBy(after);
    String instance = "kept";
    for (ResourceChange change : changes) {
      if (change.type().equals("AWS::EC2::Instance")) {
        instance = change.kind().label().replace("replacement", "replaced");
      }
    }
    if (!recreated.isEmpty() && instance.equals("kept")) {
      kind = kind.worse(UpdateKind.INTERRUPTION);
      effects.put("Compose recreates", recreated);
    }
    return new RowVerdict(
        kind,
        kind == UpdateKind.REFUSED ? "refused" : instance,
        effects.entrySet().stream()
            .map(effect -> effect.getKey() + " " + String.join(", ", effect.getValue()))
            .collect(Collectors.toList()),
        kind == UpdateKind.REFUSED
            ? List.of()
            : Invariants.faults(schemas, before.template(), after.template(), row.adoptsAVolume()));
  }

  private static String verb(ResourceChange change) {
    if (change.isAdded()) {
      return "adds";
    } else if (change.isRemoved()) {
      return "removes";
    }
    return switch (change.kind()) {
      case REFUSED -> "cannot change";
      case REPLACEMENT -> "replaces";
      case INTERRUPTION -> "interrupts";
      default -> "changes in place";
    };
  }
}
