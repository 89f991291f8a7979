package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Item;
import java.util.ArrayList;
import java.util.List;

/** Reads how far every sequence is. */
final class Sequences {
  /** Kind of an item that says how far a sequence is. */
  static final String KIND = "sequence";

  private static final int PAGE = 100;

  private final PostgresSession session;

  Sequences(PostgresSession session) {
    this.session = session;
  }

  List<Item> items() {
    List<String> names =
        session.texts(
            "reading the sequences",
            "select %s from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    .formatted(Sql.qualified("n.nspname", "c.relname"))
                + " where c.relkind = 'S' and c.relpersistence <> 't' and %s and %s"
                    .formatted(Sql.ours("n"), Sql.dumped("c.oid")));
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < names.size(); i += PAGE) {
      List<String> page = names.subList(i, Math.min(i + PAGE, names.size()));
      items.addAll(
          session.query(
              "reading the sequences",
              String.join(" union all ", page.stream().map(Sequences::query).toList()),
              row -> Catalogue.definition(KIND, row.getString(1), row.getString(2))));
    }
    return items;
  }

  /** How far the dump sets it. */
  static Item asDumped(Item item, DumpContents dump) {
    List<String> names = Sql.names(item.name());
    return dump.sequence(names.get(0), names.get(1))
        .map(
            position ->
                Catalogue.definition(
                    KIND,
                    item.name(),
                    "last value " + position.last() + (position.called() ? "" : ", next")))
        .orElse(item);
  }

  private static String query(String name) {
    return "select %s, 'last value ' || last_value || case when is_called then '' else ', next' end"
            .formatted(Sql.literal(name))
        + " from "
        + name;
  }
}
