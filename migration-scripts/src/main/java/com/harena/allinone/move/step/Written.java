package com.harena.allinone.move.step;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.ProofJson;
import com.harena.allinone.move.engine.ProofText;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was written to the new side since the cut-over.
 *
 * @param comparisons of every store; empty where that cannot be told
 * @param json the same for programs
 * @param file where that is kept, if there is any difference
 */
record Written(Optional<List<Comparison>> comparisons, ObjectNode json, Optional<Path> file) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Written unknown() {
    return new Written(Optional.empty(), Journal.content(), Optional.empty());
  }

  /** Compares each store with what the cut-over proved. */
  static Written since(MoveSession session) throws IOException {
    Sides sides = new Sides(session);
    List<Comparison> found = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      found.add(sides.since(moved.store(), Baseline.of(session, Side.TARGET, moved.name())));
    }
    ObjectNode json = ProofJson.of(session.now(), "rollback", "cutover", found);
    Optional<Path> file =
        found.stream().allMatch(Comparison::isEqual)
            ? Optional.empty()
            : Optional.of(ProofFile.write(session, "rollback", MAPPER.writeValueAsBytes(json)));
    return new Written(Optional.of(found), json, file);
  }

  boolean isNothing() {
    return comparisons.isPresent() && file.isEmpty();
  }

  /** The result where it may not be lost. */
  Result refused(String environment) {
    return with(
        Result.refused(
            "the new side was written to since the cut-over: %s; rolling back would lose that; to lose it all the same: --lose %s"
                .formatted(names(), environment)));
  }

  /** The result where the old side serves again. */
  Result lost() {
    String what =
        comparisons.isEmpty()
            ? "what was written to the new side is not in it, and not known"
            : isNothing()
                ? "nothing had been written to the new side"
                : "what was written to %s of the new side is not in it".formatted(names());
    return with(Result.done("the old side serves and takes writes again; " + what));
  }

  private Result with(Result result) {
    List<String> lines =
        new ArrayList<>(ProofText.lines(comparisons.orElse(List.of()), "old side", "new side"));
    file.ifPresent(it -> lines.add("all of it: " + it));
    return result.with(lines, json);
  }

  private String names() {
    return Proving.names(comparisons.orElseThrow());
  }
}
