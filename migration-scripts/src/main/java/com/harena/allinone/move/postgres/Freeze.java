package com.harena.allinone.move.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.move.postgres.mark.Mark;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import com.harena.allinone.move.store.Work;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the source read-only: the database and each role that is set otherwise begin their sessions
 * read-only, and all other sessions are ended, so that none is left from before.
 *
 * <p>What this guarantees: once {@link #freeze} returns, no transaction that began before it can
 * still commit, and a session that began since writes only if its client asks for that in so many
 * words ({@code default_transaction_read_only=off} in its options, {@code begin read write}), as
 * the move's own sessions do. A database has no stronger lock that its owner may set, that lasts
 * beyond a session and that still lets others read. So the cut-over proves the live source after
 * the freeze: what such a client wrote until that proof read the table makes it refuse. What it
 * writes later stays in the old database: a rollback returns to that as it is, a clean-up looks for
 * it and refuses to take it away.
 *
 * <p>What would write whatever a session begins with is refused: prepared transactions, and
 * subscriptions that are enabled.
 *
 * <p>The checkpoint {@code freeze} holds, as JSON, the value from before of each setting that was
 * changed, by role (empty for the database); empty for none.
 */
final class Freeze {
  private static final String PIECE = "freeze";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String OF_DATABASE =
      """
      select split_part(c, '=', 2) from pg_db_role_setting s cross join unnest(s.setconfig) c
      where s.setrole = 0 and split_part(c, '=', 1) = ?
        and s.setdatabase = (select oid from pg_database where datname = current_database())
      """;

  /** Roles whose own setting would win over the database's, with that in this database. */
  private static final String OF_ROLES =
      """
      select r.rolname, max(split_part(c, '=', 2)) filter (where s.setdatabase <> 0)
      from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
        cross join unnest(s.setconfig) c
      where split_part(c, '=', 1) = ? and not %s
        and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
      group by r.rolname
      """
          .formatted(Reserved.isProviderRole("r.rolname"));

  private final PostgresSession session;
  private final Work work;
  private final OtherSessions others;
  private final String database;

  Freeze(PostgresSession session, Work work) {
    this.session = session;
    this.work = work;
    this.others = new OtherSessions(session, work);
    this.database = session.texts("reading", "select current_database()").get(0);
  }

  void freeze() {
    refuseOtherWriters();
    if (noted().isEmpty()) {
      work.checkpoints().done(PIECE, text(settings()));
    }
    noted()
        .orElseThrow()
        .keySet()
        .forEach(
            role ->
                session.execute(
                    "making the database read-only",
                    "alter %s set %s = on".formatted(where(role), Reserved.FREEZING_SETTING)));
    others.end();
    refuseOtherWriters();
  }

  void unfreeze() {
    Optional<Map<String, String>> noted = noted();
    if (noted.isEmpty()) {
      return;
    }
    List<String> roles = session.texts("reading the roles", "select rolname from pg_roles");
    noted
        .get()
        .forEach(
            (role, value) -> {
              if (role.isEmpty() || roles.contains(role)) {
                restore(role, value);
              }
            });
    // A session that began while the database was frozen would stay read-only.
    others.end();
    work.checkpoints().forget(PIECE);
  }

  private void restore(String role, String value) {
    String set =
        value.isEmpty()
            ? "reset " + Reserved.FREEZING_SETTING
            : "set %s = %s".formatted(Reserved.FREEZING_SETTING, Mark.literal(value));
    session.execute("making the database writable", "alter %s %s".formatted(where(role), set));
  }

  private String where(String role) {
    String here = "database " + Mark.quoted(database);
    return role.isEmpty() ? here : "role %s in %s".formatted(Mark.quoted(role), here);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(
        "",
        session
            .first(
                "reading settings", OF_DATABASE, row -> row.getString(1), Reserved.FREEZING_SETTING)
            .orElse(""));
    session
        .query(
            "reading settings",
            OF_ROLES,
            row -> Map.entry(row.getString(1), Optional.ofNullable(row.getString(2)).orElse("")),
            Reserved.FREEZING_SETTING)
        .forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
    return settings;
  }

  private Optional<Map<String, String>> noted() {
    return work.checkpoints().find(PIECE).map(Freeze::settings);
  }

  private static Map<String, String> settings(String text) {
    try {
      return JSON.readValue(text, new TypeReference<LinkedHashMap<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the checkpoint %s is no JSON: %s".formatted(PIECE, text), e);
    }
  }

  private static String text(Map<String, String> settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void refuseOtherWriters() {
    refuse(
        "select gid from pg_prepared_xacts where database = current_database() order by gid",
        "prepared transactions could still be committed: %s; commit or roll them back first");
    refuse(
        "select subname from pg_subscription where subenabled and subdbid = (select oid from"
            + " pg_database where datname = current_database()) order by subname",
        "subscriptions write to the database whatever it is set to: %s; disable them first");
  }

  private void refuse(String sql, String problem) {
    List<String> names = session.texts("looking for other writers", sql);
    if (!names.isEmpty()) {
      throw session.failure(problem.formatted(String.join(", ", names)));
    }
  }
}
