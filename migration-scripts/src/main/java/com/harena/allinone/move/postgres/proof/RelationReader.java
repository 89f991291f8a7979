package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which tables there are, and how to hash their rows. */
final class RelationReader {
  private static final String SELECTED =
      """
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and c.relpersistence <> 't' and %s and %s
      """
          .formatted(Sql.ours("n"), Sql.dumped("c.oid"));

  /** Of an extension's configuration, only what the user put there is dumped. */
  private static final String FILTER =
      """
      (select nullif(e.extcondition[array_position(e.extconfig, c.oid)], '') from pg_extension e
        where c.oid = any (e.extconfig))""";

  private final PostgresSession session;
  private Map<Long, ColumnType> types = Map.of();
  private final Map<Long, List<Column>> columns = new HashMap<>();

  RelationReader(PostgresSession session) {
    this.session = session;
  }

  /** All of them, the largest first. */
  List<Relation> all() {
    return read("");
  }

  /** The one of that name, if this side has it. */
  Optional<Relation> named(String name) {
    return read("and c.oid = to_regclass(" + Sql.literal(name) + ")").stream().findFirst();
  }

  /** Names of foreign tables, whose rows are elsewhere and are not compared. */
  List<String> foreign() {
    return session.texts(
        "reading the foreign tables",
        "select %s from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                .formatted(Sql.qualified("n.nspname", "c.relname"))
            + " where c.relkind = 'f' and "
            + Sql.ours("n")
            + " order by 1");
  }

  private List<Relation> read(String condition) {
    readTypes(condition);
    readColumns(condition);
    return session.query(
        "reading the tables",
        """
        select c.oid, case c.relkind when 'r' then 'table' else 'materialized view' end,
          %s, c.relispopulated,
          case when a.amname = 'heap' and %s is null
            then pg_relation_size(c.oid) / current_setting('block_size')::int else 0 end,
          greatest(c.reltuples, 0)::int8, %s
        from pg_am a, (select c.*, n.nspname %s %s) c
        where a.oid = c.relam
        order by pg_relation_size(c.oid) desc, c.oid
        """
            .formatted(
                Sql.qualified("c.nspname", "c.relname"), FILTER, FILTER, SELECTED, condition),
        row ->
            new Relation(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getLong(5),
                row.getLong(6),
                row.getString(7),
                columns.getOrDefault(row.getLong(1), List.of())));
  }

  private void readTypes(String condition) {
    Map<Long, ColumnType> read = new HashMap<>();
    session
        .query(
            "reading the types",
            """
            with recursive used (oid) as (
              select distinct a.atttypid from pg_attribute a
              where a.attnum > 0 and not a.attisdropped and a.attrelid in (select c.oid %s %s)
              union
              select unnest(array[t.typbasetype, t.typelem]) from pg_type t, used u
              where t.oid = u.oid and (t.typtype = 'd' or t.typcategory = 'A'))
            select t.oid::int8, n.nspname, t.typname,
              case t.typtype when 'd' then t.typbasetype::int8 else 0 end,
              case when t.typcategory = 'A' and t.typtype = 'b' then t.typelem::int8 else 0 end,
              (select %s from pg_proc p, pg_namespace f where p.oid = t.typoutput
                and f.oid = p.pronamespace)
            from pg_type t join used u on u.oid = t.oid
              join pg_namespace n on n.oid = t.typnamespace
            """
                .formatted(SELECTED, condition, Sql.qualified("f.nspname", "p.proname")),
            row ->
                new ColumnType(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6)))
        .forEach(type -> read.put(type.oid(), type));
    types = Map.copyOf(read);
  }

  private void readColumns(String condition) {
    columns.clear();
    session.query(
        "reading the columns",
        """
        select a.attrelid::int8, a.attname, a.atttypid::int8, format_type(a.atttypid, a.atttypmod)
        from pg_attribute a
        where a.attnum > 0 and not a.attisdropped and a.attrelid in (select c.oid %s %s)
        order by a.attrelid, a.attname collate "C"
        """
            .formatted(SELECTED, condition),
        row -> {
          String name = row.getString(2);
          ColumnType type = types.get(row.getLong(3));
          String value = type.expression("x." + Sql.identifier(name), types);
          return columns
              .computeIfAbsent(row.getLong(1), oid -> new ArrayList<>())
              .add(new Column(name, row.getString(4), value));
        });
  }
}
