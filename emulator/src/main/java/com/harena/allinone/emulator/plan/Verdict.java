package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.intrinsic.Unknown;
import com.harena.allinone.schema.Mark;
import com.harena.allinone.schema.Ruling;
import com.harena.allinone.schema.Rulings;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import java.util.List;
import java.util.Optional;

/**
 * What a change of a property does to its resource.
 *
 * @param difference the change
 * @param kind what it does
 * @param reason why, where it is refused
 * @param undecided whether neither schema nor documentation tells what it does
 */
public record Verdict(Difference difference, UpdateKind kind, String reason, boolean undecided) {
  /** What each change of a resource's properties does to it. */
  public static List<Verdict> of(
      Schemas schemas, String type, ObjectNode before, ObjectNode after) {
    return Difference.between(before, after).stream().map(each -> of(schemas, type, each)).toList();
  }

  private static Verdict of(Schemas schemas, String type, Difference each) {
    Optional<Ruling> row = Rulings.of(type, each.name(), each.before(), each.after());
    if (row.isPresent()) {
      return new Verdict(
          each,
          row.get().kind(),
          row.get().kind() == UpdateKind.REFUSED
              ? type + " " + each.name() + ": " + row.get().wording()
              : "",
          false);
    }
    if (schemas.find(type).isEmpty()) {
      return new Verdict(each, UpdateKind.IN_PLACE, "", false);
    }
    Mark mark = schemas.mark(type, each.path());
    return switch (mark) {
      case CREATE_ONLY -> new Verdict(each, UpdateKind.REPLACEMENT, "", false);
      case MUTABLE -> new Verdict(each, UpdateKind.IN_PLACE, "", false);
      case MAYBE ->
          new Verdict(
              each,
              UpdateKind.REFUSED,
              "whether a change of "
                  + type
                  + " "
                  + each.name()
                  + " replaces the resource is not known to the local AWS, so it refuses to guess",
              true);
    };
  }

  /** Whether only the deploy tells the value after. */
  public boolean dynamic() {
    return Unknown.in(difference.after());
  }

  /** The worst of some verdicts. */
  public static UpdateKind worst(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::kind).reduce(UpdateKind.NONE, UpdateKind::worse);
  }
}
