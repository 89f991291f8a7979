package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the rows that differ: both sides sum their rows in buckets by the hash of the key, and only
 * the rows of buckets that differ are fetched and merged.
 */
final class RowLocator {
  /** How many differing rows of a table are named at most. */
  static final int LIMIT = 10_000;

  private static final int ROWS_PER_BUCKET = 64;
  private static final int FEWEST = 16;
  private static final int MOST = 65_536;

  private final PostgresSessions sessions;
  private final Basis basis;
  private final Work work;

  RowLocator(PostgresSessions sessions, Basis basis, Work work) {
    this.sessions = sessions;
    this.basis = basis;
    this.work = work;
  }

  /** Rows of that table or materialized view. */
  List<KeyDifference> rows(String name) {
    try (PostgresSession source = open(Side.SOURCE);
        PostgresSession target = open(Side.TARGET)) {
      Optional<Relation> here = new RelationReader(source).named(name);
      Optional<Relation> there = new RelationReader(target).named(name);
      if (here.isEmpty() || there.isEmpty()) {
        return here.equals(there)
            ? List.of()
            : List.of(new KeyDifference(name, here.isEmpty() ? Kind.UNEXPECTED : Kind.MISSING));
      }
      if (!here.get().populated() || !there.get().populated()) {
        return here.get().populated() == there.get().populated()
            ? List.of()
            : List.of(new KeyDifference("not populated", Kind.CHANGED));
      }
      List<KeyDifference> found = new ArrayList<>(columns(here.get(), there.get()));
      List<String> key = KeyReader.key(source, name);
      List<String> common = common(here.get(), there.get());
      if (!common.containsAll(key)) {
        key = List.of();
      }
      found.addAll(
          differences(
              source,
              compared(here.get(), common, key),
              target,
              compared(there.get(), common, key)));
      return found;
    }
  }

  /** Whether a materialized view of the target holds what its query gives there now. */
  boolean isFresh(String name) {
    try (PostgresSession target = open(Side.TARGET)) {
      return new RelationReader(target)
          .named(name)
          .filter(Relation::populated)
          .flatMap(
              view -> target.first("running a query", fresh(target, view), r -> r.getBoolean(1)))
          .orElse(false);
    }
  }

  private String fresh(PostgresSession session, Relation view) {
    String query =
        session
            .texts("reading a definition", "select pg_get_viewdef(%d)".formatted(view.oid()))
            .get(0)
            .replaceFirst(";\\s*$", "");
    String sum = "(select row(count(*), sum(h)) from (select %s as h from %s) r)";
    String hash = view.hash(basis.rows());
    return "select %s is not distinct from %s"
        .formatted(sum.formatted(hash, view.from()), sum.formatted(hash, "(" + query + ") x"));
  }

  /** Large objects whose contents, or owner, privileges and comment, differ. */
  List<KeyDifference> largeObjects(String kind) {
    try (PostgresSession source = open(Side.SOURCE);
        PostgresSession target = open(Side.TARGET)) {
      return differences(source, objects(kind, Side.SOURCE), target, objects(kind, Side.TARGET));
    }
  }

  /** Large objects of a side. */
  Compared objects(String kind, Side side) {
    Owners owners =
        side == Side.SOURCE
            ? new Owners(basis)
            : new Owners(basis, sessions.endpoint(Side.TARGET).user());
    return object("(%s) x".formatted(LargeObjects.each(owners, basis.rows(), "true")), kind);
  }

  /** Large objects with number and hashes {@code x}. */
  Compared object(String from, String kind) {
    String hash = kind.equals(LargeObjects.CONTENT) ? "x.content" : "x.access";
    return new Compared(from, basis.rows().of("row(x.loid)"), "x.loid::text", hash);
  }

  private PostgresSession open(Side side) {
    PostgresSession session = sessions.openReadOnly(side, Optional.empty(), work);
    Gang.tune(session);
    return session;
  }

  private static List<String> common(Relation here, Relation there) {
    return here.columns().stream()
        .filter(
            a ->
                there.columns().stream()
                    .anyMatch(b -> b.name().equals(a.name()) && b.type().equals(a.type())))
        .map(Column::name)
        .toList();
  }

  private static List<KeyDifference> columns(Relation here, Relation there) {
    Map<String, String> source = types(here);
    Map<String, String> target = types(there);
    List<KeyDifference> found = new ArrayList<>();
    source.forEach(
        (name, type) -> {
          if (!target.containsKey(name)) {
            found.add(new KeyDifference("column " + name, Kind.MISSING));
          } else if (!Objects.equals(type, target.get(name))) {
            found.add(new KeyDifference("column " + name, Kind.CHANGED));
          }
        });
    target.keySet().stream()
        .filter(name -> !source.containsKey(name))
        .forEach(name -> found.add(new KeyDifference("column " + name, Kind.UNEXPECTED)));
    return found;
  }

  private static Map<String, String> types(Relation relation) {
    return relation.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
  }

  /** Rows of a table, known by these columns if any, by what they hold in the common ones. */
  Compared compared(Relation relation, List<String> common, List<String> key) {
    RowHash form = basis.rows();
    String hash = form.of(Relation.row(relation.only(common)));
    if (key.isEmpty()) {
      return new Compared(relation.from(), hash, null, hash);
    }
    String names = key.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    String values =
        relation.only(key).stream()
            .map(column -> "x." + Sql.identifier(column.name()) + "::text")
            .collect(Collectors.joining(", "));
    String text =
        key.size() == 1
            ? values
            : "%s || row(%s)::text".formatted(Sql.literal("(" + names + ") = "), values);
    return new Compared(relation.from(), form.of(Relation.row(relation.only(key))), text, hash);
  }

  /** What one of them has and the other has not, or has otherwise. */
  List<KeyDifference> differences(
      PostgresSession source, Compared here, PostgresSession target, Compared there) {
    long rows = Math.max(count(source, here), count(target, there));
    int number = FEWEST;
    while (number < MOST && (long) number * ROWS_PER_BUCKET < rows) {
      number *= 2;
    }
    List<Integer> wanted = new ArrayList<>(differing(source, here, target, there, number));
    List<KeyDifference> found = new ArrayList<>();
    int page = (int) Math.max(1, number * 1_000_000L / Math.max(rows, 1));
    for (int i = 0; i < wanted.size() && found.size() < LIMIT; i += page) {
      work.proceed();
      String buckets =
          wanted.subList(i, Math.min(wanted.size(), i + page)).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(","));
      try (RowStream a = new RowStream(source, here.rows(number, buckets));
          RowStream b = new RowStream(target, there.rows(number, buckets))) {
        new RowMerge(a, b, here.key() != null).into(found, LIMIT);
      }
    }
    return found;
  }

  private static long count(PostgresSession session, Compared side) {
    return session
        .first("counting rows", "select count(*) from " + side.from(), row -> row.getLong(1))
        .orElse(0L);
  }

  private static List<Integer> differing(
      PostgresSession source, Compared here, PostgresSession target, Compared there, int number) {
    Map<Integer, String> sums = new HashMap<>();
    buckets(source, here, number, sums);
    Map<Integer, String> others = new HashMap<>();
    buckets(target, there, number, others);
    List<Integer> wanted = new ArrayList<>();
    for (int bucket = 0; bucket < number; bucket++) {
      if (!Objects.equals(sums.get(bucket), others.get(bucket))) {
        wanted.add(bucket);
      }
    }
    return wanted;
  }

  private static void buckets(
      PostgresSession session, Compared side, int number, Map<Integer, String> sums) {
    session.query(
        "summing rows by key",
        side.buckets(number),
        row -> sums.put(row.getInt(1), row.getLong(2) + ":" + row.getString(3)));
  }
}
