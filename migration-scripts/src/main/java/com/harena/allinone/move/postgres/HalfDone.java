package com.harena.allinone.move.postgres;

import com.harena.allinone.move.postgres.mark.Emptying;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Removes rows and large objects of entries that an earlier run may have restored. */
final class HalfDone {
  private static final Pattern TABLE_DATA = Pattern.compile("\\d+; \\d+ (\\d+) TABLE DATA (.*)");

  private final PostgresSession session;
  private final Work work;

  HalfDone(PostgresSession session, Work work) {
    this.session = session;
    this.work = work;
  }

  /**
   * Empties the tables of the open entries of a table of contents.
   *
   * <p>An entry ends with schema, table and owner, parted by blanks that may be in the names as
   * well. A table is emptied whenever it could be meant, and what else could mean that table is
   * open again.
   *
   * @param all entries of the section, by number
   * @param open those that were not finished
   * @return those that are to be restored
   */
  Map<String, String> removeData(Map<String, String> all, Map<String, String> open) {
    Map<String, String> again = new HashMap<>(open);
    Map<String, String> tables = tables();
    Set<String> emptied = new HashSet<>();
    for (boolean more = true; more; ) {
      more = false;
      for (Map.Entry<String, String> table : tables.entrySet()) {
        work.proceed();
        if (means(table.getKey(), again.values()) && emptied.add(table.getKey())) {
          session.execute(
              "emptying " + table.getValue(), "truncate table only " + table.getValue());
          all.forEach(
              (id, entry) -> {
                if (means(table.getKey(), List.of(entry))) {
                  again.put(id, entry);
                }
              });
          more = true;
        }
      }
    }
    if (again.values().stream().anyMatch(entry -> entry.matches("\\d+; .* BLOB METADATA .*"))) {
      new Emptying(session, work).largeObjects();
      all.forEach(
          (id, entry) -> {
            if (entry.contains(" BLOB")) {
              again.put(id, entry);
            }
          });
    }
    Map<String, String> inOrder = new LinkedHashMap<>(all);
    inOrder.keySet().retainAll(again.keySet());
    return inOrder;
  }

  private static boolean means(String table, Collection<String> entries) {
    return entries.stream()
        .map(TABLE_DATA::matcher)
        .anyMatch(entry -> entry.matches() && entry.group(2).startsWith(table));
  }

  /** SQL names of all tables, by how an entry begins that means them. */
  private Map<String, String> tables() {
    Map<String, String> names = new HashMap<>();
    session
        .query(
            "reading the tables",
            "select n.nspname || ' ' || c.relname || ' ', format('%I.%I', n.nspname, c.relname)"
                + " from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind"
                + " = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'",
            row -> Map.entry(row.getString(1).replaceAll("[\\r\\n]", " "), row.getString(2)))
        .forEach(
            entry -> names.merge(entry.getKey(), entry.getValue(), (a, b) -> a + ", only " + b));
    return names;
  }
}
