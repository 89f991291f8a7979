package com.harena.allinone.move.postgres.proof;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table or materialized view whose rows are compared.
 *
 * @param oid its number on this server
 * @param kind of its item: {@code table} or {@code materialized view}
 * @param name qualified, quoted where needed
 * @param populated false for a materialized view that was never filled
 * @param blocks its size, 0 where it cannot be read in pieces
 * @param estimate roughly how many rows it has
 * @param filter condition with the word {@code where} for those of its rows that count; null for
 *     all
 * @param columns in the order of their names
 */
record Relation(
    long oid,
    String kind,
    String name,
    boolean populated,
    long blocks,
    long estimate,
    String filter,
    List<Column> columns) {
  /** Copies the list. */
  Relation {
    columns = List.copyOf(columns);
  }

  /** The hash of a row {@code x}. */
  String hash(RowHash form) {
    return form.of(row(columns));
  }

  /** A row of these columns' values. */
  static String row(List<Column> columns) {
    return columns.stream().map(Column::value).collect(Collectors.joining(", ", "row(", ")"));
  }

  /** The columns of these names, in the order of their names. */
  List<Column> only(List<String> names) {
    return columns.stream().filter(column -> names.contains(column.name())).toList();
  }

  /** What follows {@code from}: its own rows, not those of tables that inherit from it. */
  String from() {
    return filter == null
        ? "only %s x".formatted(name)
        : "(select * from only %s %s) x".formatted(name, filter);
  }
}
