package com.harena.allinone.move.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the plan names otherwise than at the run before. Until a cut-over the move goes on with the
 * new words, believing nothing that it knew of other servers; afterwards it would freeze, open or
 * compare servers that it never moved, and refuses.
 */
final class PlanChange {
  private final MoveSession session;
  private final Map<String, Route> planned = new LinkedHashMap<>();

  PlanChange(MoveSession session) {
    this.session = session;
    for (MovedStore moved : session.settings().stores()) {
      planned.put(moved.name(), new Route(moved.source(), moved.target()));
    }
  }

  /** Notes the plan's words; a refusal if they may not change now. */
  Optional<Result> accept() {
    MoveState state = session.state();
    Map<String, Route> known = state.routes();
    if (known.equals(planned) || state.closed().isPresent()) {
      return Optional.empty();
    }
    List<String> changes = known.isEmpty() ? List.of() : changes(known);
    if (state.serving() == Side.TARGET || state.isFrozen(Side.SOURCE)) {
      return Optional.of(
          Result.refused(
              "the plan was changed since the cut-over began: %s; make it what it was, or use another --directory for another move"
                  .formatted(String.join("; ", changes))));
    }
    changes.forEach(change -> session.say("the plan was changed: " + change));
    session.note(Entries.ROUTES, entry());
    return Optional.empty();
  }

  private List<String> changes(Map<String, Route> known) {
    List<String> changes = new ArrayList<>();
    planned.forEach(
        (store, now) -> {
          Route before = known.get(store);
          if (before == null) {
            changes.add(store + " moves too");
            return;
          }
          if (!before.source().equals(now.source())) {
            changes.add(
                "%s moves from %s instead of %s".formatted(store, now.source(), before.source()));
          }
          if (!before.target().equals(now.target())) {
            changes.add(
                "%s moves to %s instead of %s".formatted(store, now.target(), before.target()));
          }
        });
    known.keySet().stream()
        .filter(store -> !planned.containsKey(store))
        .forEach(store -> changes.add(store + " moves no more"));
    return changes;
  }

  private ObjectNode entry() {
    ObjectNode entry = Journal.content();
    ArrayNode stores = entry.putArray("stores");
    planned.forEach(
        (store, route) ->
            stores
                .addObject()
                .put("store", store)
                .put("source", route.source())
                .put("target", route.target()));
    return entry;
  }
}
