package com.harena.allinone.move.postgres.mark;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Occupancy.State;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The schema on the target that names the move which fills it, what was there before, what will be
 * there, and how to undo each change beyond the database's own objects.
 */
public final class Mark {
  private static final int SHOWN = 20;
  private static final String SCHEMA = Reserved.SCHEMA;
  private static final String STEADY = SCHEMA + ".steady";

  private static final String OBJECTS =
      """
      select format('schema %%I', n.nspname) from pg_namespace n
      where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', '%1$s')
        and not exists (select from pg_depend e where e.classid = 'pg_namespace'::regclass
          and e.objid = n.oid and e.deptype = 'e')
      union all
      select i.type || ' ' || i.identity
      from pg_depend d cross join pg_identify_object(d.classid, d.objid, 0) i
      where d.refclassid = 'pg_namespace'::regclass and d.refobjid = (
          select oid from pg_namespace where nspname = 'public')
        and d.deptype = 'n' and i.type <> 'extension' and not exists (select from pg_depend e
          where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')
      union all
      (select 'large object ' || oid from pg_largeobject_metadata limit 20)
      limit %2$d
      """;

  private static final String STRANGERS =
      """
      select format('%%I.%%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '%1$s')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
          and d.objid = c.oid and d.deptype = 'e')
      except select name from %1$s.relation
      order by 1 limit %2$d
      """;

  private final String move;

  /** The mark of this move. */
  public Mark(String move) {
    this.move = move;
  }

  /** What is on the target. */
  public Occupancy occupancy(PostgresSession session) {
    Optional<String> owner = owner(session);
    if (owner.isEmpty()) {
      List<String> found = session.texts("looking for objects", OBJECTS.formatted(SCHEMA, SHOWN));
      return new Occupancy(found.isEmpty() ? State.EMPTY : State.FOREIGN, found);
    }
    if (!owner.get().equals(move)) {
      return new Occupancy(
          State.FOREIGN, List.of("what the move %s put there".formatted(owner.get())));
    }
    List<String> strangers =
        session.texts("looking for objects", STRANGERS.formatted(SCHEMA, SHOWN));
    return strangers.isEmpty()
        ? new Occupancy(State.OURS, List.of("what the move %s put there".formatted(move)))
        : new Occupancy(State.FOREIGN, strangers);
  }

  private Optional<String> owner(PostgresSession session) {
    boolean there =
        !session
            .texts(
                "looking for the mark",
                "select 1::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = ? and c.relname = 'mark'",
                SCHEMA)
            .isEmpty();
    return there
        ? session.first(
            "reading the mark", "select move from %s.mark".formatted(SCHEMA), r -> r.getString(1))
        : Optional.empty();
  }

  /** Sets the mark on an empty target; does nothing where it is set. */
  public void set(PostgresSession session, List<String> relations) {
    if (owner(session).isPresent()) {
      return;
    }
    inTransaction(
        session,
        "setting the mark",
        statement -> {
          statement.execute("create schema " + SCHEMA);
          for (String table :
              List.of(
                  "mark (move text not null)",
                  "undo (id serial primary key, change text not null, statement text not null)",
                  "extension (name text not null)",
                  "relation (name text not null)")) {
            statement.execute("create table %s.%s".formatted(SCHEMA, table));
          }
          statement.execute(
              "insert into %s.extension select extname from pg_extension".formatted(SCHEMA));
          String insert = "insert into %s.relation values (?)".formatted(SCHEMA);
          try (PreparedStatement rows = statement.getConnection().prepareStatement(insert)) {
            for (String relation : relations) {
              rows.setString(1, relation);
              rows.addBatch();
            }
            rows.executeBatch();
          }
          statement.execute("insert into %s.mark values (%s)".formatted(SCHEMA, literal(move)));
        });
  }

  /** Makes a change and notes how to undo it, both or neither. */
  public void change(PostgresSession session, String change, String sql, String undo) {
    inTransaction(
        session,
        change,
        statement -> {
          statement.execute(
              "insert into %s.undo (change, statement) values (%s, %s)"
                  .formatted(SCHEMA, literal(change), literal(undo)));
          statement.execute(sql);
        });
  }

  /** Whether that change has been made. */
  public boolean has(PostgresSession session, String change) {
    return !session
        .texts(
            "reading the mark",
            "select 1::text from %s.undo where change = ?".formatted(SCHEMA),
            change)
        .isEmpty();
  }

  /** Undoes all changes, the last one first. */
  void undo(PostgresSession session) {
    String read = "select id, statement from %s.undo order by id desc limit 1".formatted(SCHEMA);
    Optional<String[]> next = undoable(session, read);
    while (next.isPresent()) {
      String[] change = next.get();
      inTransaction(
          session,
          "undoing a change",
          statement -> {
            statement.execute(change[1]);
            statement.execute("delete from %s.undo where id = %s".formatted(SCHEMA, change[0]));
          });
      next = undoable(session, read);
    }
  }

  private static Optional<String[]> undoable(PostgresSession session, String read) {
    return session.first(
        "reading the mark", read, row -> new String[] {row.getString(1), row.getString(2)});
  }

  /**
   * Whether the server has kept everything since {@link #steady}. A crash empties unlogged tables,
   * those of the application as well, and may take the last commits that nobody waited for.
   */
  public boolean isSteady(PostgresSession session) {
    return is(session, "to_regclass('%s') is not null".formatted(STEADY))
        && is(session, "exists (select from %s)".formatted(STEADY));
  }

  private static boolean is(PostgresSession session, String condition) {
    return session
        .first("reading the mark", "select " + condition, row -> row.getBoolean(1))
        .orElseThrow();
  }

  /** Begins to watch for a crash of the server. */
  public void steady(PostgresSession session) {
    session.execute(
        "setting the mark",
        "create unlogged table if not exists %1$s (since timestamptz not null); insert into %1$s select now() where not exists (select from %1$s)"
            .formatted(STEADY));
  }

  /** Whether any mark is set. */
  public boolean isSet(PostgresSession session) {
    return owner(session).isPresent();
  }

  /** Whether this move's mark is set. */
  public boolean isOurs(PostgresSession session) {
    return owner(session).filter(move::equals).isPresent();
  }

  /** Removes the mark; nothing else. */
  public void remove(PostgresSession session) {
    session.execute("removing the mark", "drop schema if exists %s cascade".formatted(SCHEMA));
  }

  private interface Block {
    void run(Statement statement) throws SQLException;
  }

  private static void inTransaction(PostgresSession session, String doing, Block block) {
    try {
      session.connection().setAutoCommit(false);
      try (Statement statement = session.connection().createStatement()) {
        block.run(statement);
        session.connection().commit();
      } catch (SQLException e) {
        RuntimeException failure = session.failure(doing, e);
        session.connection().rollback();
        throw failure;
      } finally {
        session.connection().setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw session.failure(doing, e);
    }
  }

  /** The name as an SQL identifier. */
  public static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The text as an SQL literal. */
  public static String literal(String text) {
    String doubled = text.replace("'", "''");
    return text.contains("\\") ? "E'" + doubled.replace("\\", "\\\\") + "'" : "'" + doubled + "'";
  }
}
