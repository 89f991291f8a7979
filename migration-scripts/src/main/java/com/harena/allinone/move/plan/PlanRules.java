package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.binding.Draft;
import com.harena.allinone.endpoint.Tls;
import java.util.List;
import java.util.Optional;

/** What the parts of a plan must be to each other. */
final class PlanRules {
  private static final List<String> STORES = List.of("postgres", "elasticsearch", "redis");

  private final Draft draft;
  private final Faults faults;

  PlanRules(Draft draft, Faults faults) {
    this.draft = draft;
    this.faults = faults;
  }

  void check() {
    STORES.forEach(this::standsOnBothSides);
    STORES.forEach(this::sidesDiffer);
    for (String store : STORES) {
      authorityNeedsTls("source." + store);
      authorityNeedsTls("target." + store);
    }
    somethingMoves();
    filesAreNamed();
  }

  private void standsOnBothSides(String store) {
    boolean source = draft.isGiven("source." + store);
    if (source != draft.isGiven("target." + store)) {
      String given = (source ? "source." : "target.") + store;
      String missing = (source ? "target." : "source.") + store;
      faults.add(
          faults
              .at(draft.position(given))
              .key(given)
              .problem("stands on one side only")
              .allowed("a store on both sides, or on neither")
              .mend("add " + missing + ", or remove this section"));
    }
  }

  private void sidesDiffer(String store) {
    Optional<String> source = place("source." + store);
    if (source.isPresent() && source.equals(place("target." + store))) {
      faults.add(
          faults
              .at(draft.position("target." + store + ".address"))
              .key("target." + store)
              .problem("is the source")
              .given(source.get())
              .allowed("another server or database than source." + store)
              .mend("name the new one"));
    }
  }

  private Optional<String> place(String server) {
    return text(server + ".address")
        .map(
            address ->
                draft.isGiven(server + ".database")
                    ? address + "/" + draft.value(server + ".database", UserText.class).orElse(null)
                    : address);
  }

  private Optional<String> text(String key) {
    return draft.isGiven(key)
        ? draft.value(key, AddressText.class).map(AddressText::value)
        : Optional.empty();
  }

  private void authorityNeedsTls(String server) {
    if (draft.isGiven(server + ".authority")
        && draft.value(server + ".tls", Tls.Mode.class).equals(Optional.of(Tls.Mode.OFF))) {
      faults.add(
          faults
              .at(draft.position(server + ".authority"))
              .key(server + ".authority")
              .problem("is never used, because tls is off")
              .allowed("an authority with tls: verify")
              .mend("remove one of the two"));
    }
  }

  private void somethingMoves() {
    if (STORES.stream().noneMatch(store -> draft.isGiven("source." + store))
        && !draft.isGiven("configuration")) {
      faults.add(
          faults
              .at(draft.position("source"))
              .key("source")
              .problem("has no store, and there is no configuration: nothing would move")
              .allowed(String.join(", ", STORES))
              .mend("name what moves"));
    }
  }

  private void filesAreNamed() {
    String key = "configuration.files";
    if (draft.isGiven(key) && draft.value(key, Object.class).equals(Optional.of(List.of()))) {
      faults.add(
          faults
              .at(draft.position(key))
              .key(key)
              .problem("names no file")
              .allowed("files such as .env and systemd units")
              .mend("name them, or remove the section configuration"));
    }
  }
}
