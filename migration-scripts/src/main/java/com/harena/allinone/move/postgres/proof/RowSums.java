package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the rows of all tables and sums their hashes. */
final class RowSums {
  /** Blocks of a table that one query reads, 128 MiB: enough to be worth it, soon done. */
  static final long PIECE = 16_384;

  /** Checksum of a materialized view that was never filled. */
  static final String UNPOPULATED = "not populated";

  private final RowHash form;
  private final Progress progress;
  private final Map<Relation, Tally> tallies = new LinkedHashMap<>();

  RowSums(RowHash form, Progress progress) {
    this.form = form;
    this.progress = progress;
  }

  /**
   * The queries to run.
   *
   * @param relations that nobody can rewrite meanwhile
   * @param pieces whether the server finds a range of blocks without reading the rest
   */
  List<Gang.Task> tasks(List<Relation> relations, boolean pieces) {
    List<Gang.Task> tasks = new ArrayList<>();
    for (Relation relation : relations) {
      Tally tally = new Tally();
      tallies.put(relation, tally);
      if (!relation.populated()) {
        continue;
      }
      long from = 0;
      while (pieces && from + PIECE < relation.blocks()) {
        long to = from + PIECE;
        tasks.add(task(relation, tally, range(from) + " and x.ctid < '(%d,0)'".formatted(to)));
        from = to;
      }
      tasks.add(task(relation, tally, from == 0 ? "" : range(from)));
    }
    return tasks;
  }

  private static String range(long from) {
    return " where x.ctid >= '(%d,0)'".formatted(from);
  }

  private Gang.Task task(Relation relation, Tally tally, String condition) {
    String query =
        "select count(*), coalesce(sum(%s), 0)::text from %s%s"
            .formatted(relation.hash(form), relation.from(), condition);
    return session -> sum(session, relation, query, tally);
  }

  private void sum(PostgresSession session, Relation relation, String query, Tally tally) {
    session.query(
        "reading the rows of " + relation.name(),
        query,
        row -> {
          tally.add(row.getLong(1), row.getString(2));
          progress.advance(row.getLong(1));
          return true;
        });
  }

  /** What came out. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    tallies.forEach(
        (relation, tally) -> {
          String checksum = relation.populated() ? form.checksum(tally.sum()) : UNPOPULATED;
          items.add(new Item(relation.kind(), relation.name(), tally.count(), checksum, ""));
        });
    return items;
  }
}
