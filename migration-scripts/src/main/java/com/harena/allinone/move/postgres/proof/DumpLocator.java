package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.dump.DumpContents;
import com.harena.allinone.move.postgres.dump.DumpEntry;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.PostgresSessions;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the rows in which the target differs from a dump: those of the dump are put into a
 * temporary table on the target and compared there as the rows of a live source are.
 *
 * <p>Generated columns are not in a dump and follow from the others.
 */
final class DumpLocator {
  private static final String TABLE = "pg_temp.allinone_dumped";

  private final PostgresSessions sessions;
  private final RowLocator locator;
  private final RowHash form;
  private final DumpContents dump;
  private final Work work;

  DumpLocator(PostgresSessions sessions, Basis basis, DumpContents dump, Work work) {
    this.sessions = sessions;
    this.locator = new RowLocator(sessions, basis, work);
    this.form = basis.rows();
    this.dump = dump;
    this.work = work;
  }

  /** Rows of that table; empty if they cannot be compared. */
  Optional<List<KeyDifference>> rows(String name) throws IOException {
    List<String> parts = Sql.names(name);
    Optional<DumpEntry> entry = dump.rows(parts.get(0), parts.get(1));
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      Optional<Relation> table = new RelationReader(session).named(name);
      if (entry.isEmpty() || table.isEmpty() || !mayTry(session)) {
        return Optional.empty();
      }
      List<String> columns = columns(entry.get());
      if (table.get().only(columns).size() != columns.size()) {
        return Optional.empty();
      }
      String list = columns.stream().map(Sql::identifier).collect(Collectors.joining(", "));
      session.execute(
          "making a temporary table",
          "create temporary table %s as select %s from only %s with no data"
              .formatted(TABLE, list, name));
      try (InputStream rows = dump.open(entry.get().file())) {
        new CopyStream(session, TABLE, dump.encoding(), work).text(rows);
      }
      return found(session, table.get().only(columns), table.get());
    }
  }

  private Optional<List<KeyDifference>> found(
      PostgresSession session, List<Column> columns, Relation table) {
    List<String> names = columns.stream().map(Column::name).toList();
    List<String> key = KeyReader.key(session, table.name());
    List<String> known = names.containsAll(key) ? key : List.of();
    Relation dumped = new Relation(0, table.kind(), TABLE, true, 0, 0, null, columns);
    return compared(
        session, locator.compared(dumped, names, known), locator.compared(table, names, known));
  }

  /** Contents of large objects. */
  Optional<List<KeyDifference>> largeObjects() throws IOException {
    try (PostgresSession session = sessions.open(Side.TARGET, work)) {
      if (!mayTry(session)) {
        return Optional.empty();
      }
      session.execute(
          "making a temporary table",
          "create temporary table %s (loid oid, n int, d bytea)".formatted(TABLE));
      CopyStream copy = new CopyStream(session, TABLE, "UTF8", work);
      for (Map.Entry<Long, String> object : dump.largeObjects().entrySet()) {
        work.proceed();
        try (InputStream content = dump.open(object.getValue())) {
          copy.pieces(object.getKey(), content, LargeObjects.PIECE);
        }
      }
      String dumped =
          "(select loid::int8 as loid, sum(%s) as content from %s group by loid) x"
              .formatted(form.of("row(loid, n, d)"), TABLE);
      return compared(
          session,
          locator.object(dumped, LargeObjects.CONTENT),
          locator.objects(LargeObjects.CONTENT, Side.TARGET));
    }
  }

  /** Nothing if all are the same: then the checksum of the backup cannot be explained by them. */
  private Optional<List<KeyDifference>> compared(
      PostgresSession session, Compared dumped, Compared target) {
    try {
      session.connection().setAutoCommit(false);
    } catch (SQLException e) {
      throw session.failure("beginning a transaction", e);
    }
    Gang.tune(session);
    List<KeyDifference> found = locator.differences(session, dumped, session, target);
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  private static boolean mayTry(PostgresSession session) {
    return session
        .first(
            "reading privileges",
            "select has_database_privilege(current_database(), 'temporary')",
            row -> row.getBoolean(1))
        .orElse(false);
  }

  /** Those that {@code COPY schema.table (columns) FROM stdin;} names. */
  private static List<String> columns(DumpEntry entry) {
    String copy = entry.copy();
    List<String> names = Sql.names(copy.substring("COPY ".length(), copy.lastIndexOf(" FROM ")));
    return names.subList(2, names.size());
  }
}
