package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.globals.Globals;
import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;

/** What the source has that cannot be read, or that does not travel like the rest. */
final class SourceChecks {
  private static final String OURS =
      " n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not exists (select from"
          + " pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype"
          + " = 'e') ";

  private static final String RELATIONS =
      "select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid ="
          + " c.relnamespace where"
          + OURS;

  private static final String ORDER = " order by 1";

  private final PostgresSession session;
  private final Findings findings;

  SourceChecks(PostgresSession session, Findings findings) {
    this.session = session;
    this.findings = findings;
  }

  void run() {
    findings.add("source.privileges", this::privileges);
    findings.add("source.row-security", this::rowSecurity);
    new FreezeChecks(session, findings).run();
    findings.add("source.large-objects", this::largeObjects);
    findings.add("source.unlogged", this::kindsOfTables);
    findings.add("source.roles", this::roles);
  }

  private void privileges() {
    List<String> refused =
        session.texts(
            "reading privileges",
            RELATIONS
                + "and c.relkind in ('r', 'p', 'm', 'S', 'f') and not"
                + " (has_schema_privilege(n.oid, 'USAGE') and case c.relkind when 'S' then"
                + " has_sequence_privilege(c.oid, 'SELECT') else has_table_privilege(c.oid,"
                + " 'SELECT') end)"
                + ORDER);
    List<String> objects =
        session.texts(
            "reading privileges",
            """
            select 'large object ' || m.oid from pg_largeobject_metadata m
            where not pg_has_role(m.lomowner, 'USAGE') and not exists (
              select from aclexplode(m.lomacl) x where x.privilege_type = 'SELECT'
                and (x.grantee = 0 or pg_has_role(x.grantee, 'USAGE')))
            order by m.oid limit 1000
            """);
    if (refused.isEmpty() && objects.isEmpty()) {
      findings.ok("source.privileges", "%s may read everything".formatted(session.user()));
      return;
    }
    if (!refused.isEmpty()) {
      findings.error(
          "source.privileges",
          "%s may not read %s: grant usage on the schemas and select on these to it"
              .formatted(session.user(), Findings.some(refused)));
    }
    if (!objects.isEmpty()) {
      findings.error(
          "source.privileges",
          "%s may not read %s: grant select on these to it"
              .formatted(session.user(), Findings.some(objects)));
    }
  }

  private void rowSecurity() {
    List<String> hidden =
        session.texts(
            "reading row-level security",
            RELATIONS + "and c.relkind in ('r', 'p') and row_security_active(c.oid)" + ORDER);
    if (!hidden.isEmpty()) {
      findings.error(
          "source.row-security",
          "row-level security hides rows of %s from %s: connect as the tables' owner (without force row level security), or as a role with BYPASSRLS"
              .formatted(Findings.some(hidden), session.user()));
    }
  }

  private boolean yes(String sql) {
    return session.first("reading privileges", sql, row -> row.getBoolean(1)).orElse(false);
  }

  private void largeObjects() {
    long count =
        session
            .first(
                "counting large objects",
                "select count(*) from pg_largeobject_metadata",
                row -> row.getLong(1))
            .orElse(0L);
    if (count > 0) {
      findings.ok("source.large-objects", "%d large objects are carried over".formatted(count));
    }
  }

  private void kindsOfTables() {
    warn(
        "source.unlogged",
        "unlogged tables are carried over and stay unlogged, a crash of the server empties them",
        RELATIONS + "and c.relkind = 'r' and c.relpersistence = 'u'" + ORDER);
    warn(
        "source.no-key",
        "tables without primary key; a row that differs is named by its hash",
        RELATIONS
            + "and c.relkind in ('r', 'p') and not c.relispartition and not exists (select from"
            + " pg_index i where i.indrelid = c.oid and i.indisprimary)"
            + ORDER);
    warn(
        "source.foreign",
        "foreign tables: definitions are carried over, their rows are elsewhere",
        RELATIONS + "and c.relkind = 'f'" + ORDER);
    warn(
        "source.tablespaces",
        "objects in other tablespaces go to the target's default one",
        RELATIONS + "and c.reltablespace <> 0" + ORDER);
    warn(
        "source.invalid-indexes",
        "indexes that a failed build left invalid are built anew on the target",
        RELATIONS
            + "and exists (select from pg_index i where i.indexrelid = c.oid and not i.indisvalid"
            + " and c.relkind = 'i')"
            + ORDER);
  }

  private void warn(String code, String message, String sql) {
    List<String> names = session.texts("reading the tables", sql);
    if (!names.isEmpty()) {
      findings.warning(code, "%s: %s".formatted(message, Findings.some(names)));
    }
  }

  private void roles() {
    GlobalsReader reader = new GlobalsReader(session);
    List<String> providers = reader.providers();
    if (!providers.isEmpty()) {
      findings.warning(
          "source.provider-roles",
          "what belongs to %s will belong to the target's user, grants to these roles are left out"
              .formatted(Findings.some(providers)));
    }
    List<String> logins =
        reader.roles().stream().filter(Globals.Role::login).map(Globals.Role::name).toList();
    boolean readable = yes("select has_table_privilege('pg_authid', 'SELECT')");
    findings.warning(
        "source.passwords",
        "passwords are not carried over%s: set new ones on the target for %s"
            .formatted(readable ? "" : " (pg_authid cannot be read)", Findings.some(logins)));
    boolean frozen =
        yes(
            "select exists (select from pg_db_role_setting s where s.setrole = 0 and s.setdatabase"
                + " = (select oid from pg_database where datname = current_database()) and '"
                + Reserved.FREEZING_SETTING
                + "=on' = any (s.setconfig))");
    if (frozen) {
      findings.warning("source.frozen", "the source database is set to be read-only");
    }
  }
}
