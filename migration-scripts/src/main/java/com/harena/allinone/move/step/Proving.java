package com.harena.allinone.move.step;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.engine.ApplicationCheck.Answer;
import com.harena.allinone.move.engine.ApplicationCheck.Expected;
import com.harena.allinone.move.engine.Comparison;
import com.harena.allinone.move.engine.Entries;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.MovedStore;
import com.harena.allinone.move.engine.ProofJson;
import com.harena.allinone.move.engine.Sides;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares, and keeps what was found for the report. */
final class Proving {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final MoveSession session;
  private final String step;

  Proving(MoveSession session, String step) {
    this.session = session;
    this.step = step;
  }

  /** Both live sides of every store. */
  List<Comparison> live() throws IOException {
    Sides sides = new Sides(session);
    List<Comparison> comparisons = new ArrayList<>();
    for (MovedStore moved : session.settings().stores()) {
      session.proceed();
      comparisons.add(sides.live(moved.store()));
    }
    return comparisons;
  }

  /** Notes a proof; its items go into a file, whose name the journal has. */
  ObjectNode note(String against, List<Comparison> comparisons) throws IOException {
    ObjectNode proof = ProofJson.of(session.now(), step, against, comparisons);
    Path file = ProofFile.write(session, step, MAPPER.writeValueAsBytes(proof));
    ObjectNode entry =
        Journal.content()
            .put("step", step)
            .put("against", against)
            .put("equal", comparisons.stream().allMatch(Comparison::isEqual))
            .put("file", "proofs/" + file.getFileName());
    ArrayNode differing = entry.putArray("differing");
    comparisons.stream().filter(it -> !it.isEqual()).forEach(it -> differing.add(it.store()));
    ArrayNode versions = entry.putArray("versions");
    comparisons.forEach(
        it ->
            versions
                .addObject()
                .put("store", it.store())
                .put("source", it.source().version())
                .put("target", it.target().version()));
    session.note(Entries.PROOF, entry);
    return proof;
  }

  /** Asks the application on a side that was just compared, and notes its answers. */
  List<Answer> ask(List<Comparison> comparisons) throws IOException {
    return ask(
        new Expected(
            comparisons.stream().collect(toMap(Comparison::store, Comparison::source)), true));
  }

  /** The same when users write to that side since the cut-over. */
  List<Answer> askInService() throws IOException {
    Map<String, Inventory> stores = new HashMap<>();
    for (MovedStore moved : session.settings().stores()) {
      stores.put(
          moved.name(),
          InventoryJson.load(CutoverStep.baseline(session, Side.TARGET, moved.name())));
    }
    return ask(new Expected(stores, false));
  }

  private List<Answer> ask(Expected expected) throws IOException {
    List<Answer> answers =
        session.look(
            "application",
            work -> {
              work.progress().begin("asking", 0, Unit.ITEMS);
              return session.settings().application().ask(expected, work);
            });
    ArrayNode node = Journal.content().putArray("answers");
    for (Answer answer : answers) {
      node.addObject()
          .put("name", answer.name())
          .put("passed", answer.passed())
          .put("message", answer.message());
    }
    session.note(Entries.APPLICATION, Journal.content().set("answers", node));
    return answers;
  }

  static List<String> lines(List<Answer> answers) {
    return answers.stream()
        .map(
            it ->
                "%s   %s: %s".formatted(it.passed() ? "passed" : "failed", it.name(), it.message()))
        .toList();
  }

  static String names(List<Comparison> comparisons) {
    return String.join(
        ", ", comparisons.stream().filter(it -> !it.isEqual()).map(Comparison::store).toList());
  }
}
