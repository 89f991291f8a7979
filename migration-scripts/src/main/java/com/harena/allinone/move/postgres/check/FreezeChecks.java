package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;

/** What would keep the cut-over from making the source read-only, or would write all the same. */
final class FreezeChecks {
  private final PostgresSession session;
  private final Findings findings;

  FreezeChecks(PostgresSession session, Findings findings) {
    this.session = session;
    this.findings = findings;
  }

  void run() {
    findings.add("source.freeze", this::freeze);
    findings.add("source.prepared", this::preparedTransactions);
    findings.add("source.slots", this::replication);
  }

  private void freeze() {
    boolean owner =
        yes(
            "select pg_has_role(datdba, 'USAGE') from pg_database where datname ="
                + " current_database()");
    boolean ends =
        yes(
            "select rolsuper or pg_has_role('pg_signal_backend', 'USAGE') from pg_roles where"
                + " rolname = current_user");
    unalterable();
    if (!owner) {
      findings.error(
          "source.freeze",
          "%s does not own the database and cannot make it read-only for the cut-over: connect as its owner"
              .formatted(session.user()));
    } else if (!ends) {
      findings.warning(
          "source.freeze",
          "%s can end sessions of its own only: grant pg_signal_backend to it, or the cut-over waits until others have left"
              .formatted(session.user()));
    }
  }

  /** The freeze sets a role that is set by itself; who may do that depends on the version. */
  private void unalterable() {
    String admin = session.major() >= 16 ? "and pg_has_role(r.oid, 'USAGE WITH ADMIN OPTION')" : "";
    List<String> roles =
        session.texts(
            "reading privileges",
            """
            select distinct r.rolname from pg_db_role_setting s join pg_roles r on r.oid = s.setrole
              cross join pg_roles me cross join unnest(s.setconfig) c
            where me.rolname = current_user and not me.rolsuper and r.oid <> me.oid
              and split_part(c, '=', 1) = '%s' and not %s
              and s.setdatabase in (0, (select oid from pg_database
                where datname = current_database()))
              and not (me.rolcreaterole and not r.rolsuper %s)
            order by 1
            """
                .formatted(Reserved.FREEZING_SETTING, Reserved.isProviderRole("r.rolname"), admin));
    if (!roles.isEmpty()) {
      findings.error(
          "source.freeze",
          "%s has a %s of its own that %s may not change for the cut-over: reset it, or grant the role to %s with admin option"
              .formatted(
                  Findings.some(roles), Reserved.FREEZING_SETTING, session.user(), session.user()));
    }
  }

  private boolean yes(String sql) {
    return session.first("reading privileges", sql, row -> row.getBoolean(1)).orElse(false);
  }

  private void preparedTransactions() {
    List<String> prepared =
        session.texts(
            "looking for prepared transactions",
            "select gid from pg_prepared_xacts where database = current_database() order by"
                + " prepared");
    if (!prepared.isEmpty()) {
      findings.error(
          "source.prepared",
          "prepared transactions hold changes that a backup cannot see: %s; commit or roll them back"
              .formatted(Findings.some(prepared)));
    }
  }

  private void replication() {
    List<String> slots =
        session.texts(
            "looking for replication slots",
            "select slot_name || case when active then '' else ' (inactive: it keeps old"
                + " write-ahead log on the server)' end from pg_replication_slots where database ="
                + " current_database() order by slot_name");
    if (!slots.isEmpty()) {
      findings.warning(
          "source.slots",
          "replication slots are not carried over: %s; whoever reads them must begin anew on the target"
              .formatted(Findings.some(slots)));
    }
    List<String> subscriptions =
        session.texts(
            "looking for subscriptions",
            "select subname from pg_subscription where subdbid = (select oid from pg_database"
                + " where datname = current_database()) order by subname");
    if (!subscriptions.isEmpty()) {
      findings.error(
          "source.subscriptions",
          "subscriptions write to the database whatever the freeze says, and are not carried over: %s; drop or disable them"
              .formatted(Findings.some(subscriptions)));
    }
  }
}
