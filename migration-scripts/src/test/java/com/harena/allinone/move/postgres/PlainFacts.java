package com.harena.allinone.move.postgres;

import com.harena.allinone.rehearsal.server.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What a superuser finds in a database with plain SQL: every row as text, and facts of the
 * catalogue. Shares no code with the product's own proof.
 *
 * <p>What the provider's role {@code rdsadmin} owned belongs to {@code postgres} after a move.
 */
final class PlainFacts {
  private static final String OWN =
      "n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'allinone_move')";
  private static final String OWNER = "replace(pg_get_userbyid(%s), 'rdsadmin', 'postgres')";

  private static final List<String> QUESTIONS =
      List.of(
          """
          select 'relation', n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relreplident,
            case when c.relkind <> 'S' then c.relpersistence end, %s
          from pg_class c join pg_namespace n on n.oid = c.relnamespace where %s
          """
              .formatted(OWNER.formatted("c.relowner"), OWN),
          """
          select 'column', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
            a.attnotnull, a.attidentity, a.attgenerated, a.attacl
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
          where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and %s
          """
              .formatted(OWN),
          "select 'sequence', s.* from pg_sequences s",
          """
          select 'index', schemaname, tablename, indexname, indexdef from pg_indexes
          where schemaname !~ '^pg_' and schemaname <> 'allinone_move'
          """,
          """
          select 'constraint', conrelid::regclass, contypid::regtype, conname, convalidated,
            pg_get_constraintdef(oid) from pg_constraint
          where contype in ('p', 'f', 'u', 'c', 'x') and connamespace::regnamespace::text !~
            '^(pg_|information_schema|allinone_move)'
          """,
          """
          select 'trigger', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid)
          from pg_trigger where not tgisinternal or (tgparentid <> 0 and tgconstraint = 0)
          """,
          "select 'policy', p.* from pg_policies p",
          "select 'enum', enumtypid::regtype, row_number() over (partition by enumtypid"
              + " order by enumsortorder), enumlabel from pg_enum",
          """
          select 'function', p.oid::regprocedure, %s, p.prosrc, p.prosecdef, p.proconfig, p.proacl
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %s and p.prolang <>
            (select oid from pg_language where lanname = 'c') and p.prosrc !~ '^multirange_' and not exists (select from pg_depend d
            where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')
          """
              .formatted(OWNER.formatted("p.proowner"), OWN),
          """
          select 'type', t.oid::regtype, t.typtype, %s, t.typbasetype::regtype, t.typnotnull,
            t.typdefault, t.typacl
          from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype not in ('b', 'm') and %s
            and not exists (select from pg_class c where c.oid = t.typrelid and c.relkind = 'S')
          """
              .formatted(OWNER.formatted("t.typowner"), OWN),
          """
          select 'large object', m.oid, %s, m.lomacl, md5(lo_get(m.oid)), octet_length(lo_get(m.oid))
          from pg_largeobject_metadata m
          """
              .formatted(OWNER.formatted("m.lomowner")),
          """
          select 'comment', (pg_identify_object(classoid, objoid, objsubid)).*, description
          from pg_description where objoid >= 16384
          """,
          """
          select 'role', rolname, rolinherit, rolcanlogin, rolconnlimit,
            shobj_description(oid, 'pg_authid')
          from pg_roles where rolname ~ '^(every_|Leser)'
          """,
          """
          select 'member', roleid::regrole, member::regrole, admin_option from pg_auth_members
          where roleid::regrole::text ~ '^"?(every_|Leser)' and member::regrole::text <> 'postgres'
          """,
          "select 'setting', setrole::regrole, setdatabase <> 0, unnest(setconfig)"
              + " from pg_db_role_setting",
          "select 'database', shobj_description(oid, 'pg_database') from pg_database"
              + " where datname = current_database()",
          "select 'may use the database', a.grantee::regrole, a.privilege_type, a.is_grantable"
              + " from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a"
              + " where d.datname = current_database() and a.grantee <> d.datdba",
          "select 'extension', extname, extnamespace::regnamespace from pg_extension",
          "select 'publication', t.pubname, t.schemaname, t.tablename from pg_publication_tables t",
          "select 'default', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype,"
              + " defaclacl from pg_default_acl");

  private static final String TABLES =
      """
      select format('%%I.%%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'm') and c.relispopulated and %s order by 1
      """
          .formatted(OWN);

  private PlainFacts() {}

  /** All of them, in an order that is the same for the same facts. */
  static List<String> of(PostgresServer server, String database) throws SQLException {
    List<String> facts = new ArrayList<>();
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "set timezone = 'UTC'; set datestyle = 'ISO'; set bytea_output = 'hex';"
              + " set intervalstyle = 'postgres'; set search_path = ''; set lc_monetary = 'C'");
      for (String question : QUESTIONS) {
        String rows = "select q::text from (%s) q order by q::text collate \"C\"";
        facts.addAll(texts(statement, rows.formatted(question)));
      }
      for (String table : texts(statement, TABLES)) {
        String rows =
            "select 'rows of ' || %s || ' ' || count(*) || ' ' || coalesce(md5(string_agg(md5("
                + "x::text), '' order by md5(x::text))), '') from only %s x";
        facts.addAll(texts(statement, rows.formatted("'" + table.replace("'", "''") + "'", table)));
      }
    }
    return facts;
  }

  /** The first column of a query's rows. */
  static List<String> texts(PostgresServer server, String database, String sql)
      throws SQLException {
    try (Connection connection = server.connect(database);
        Statement statement = connection.createStatement()) {
      return texts(statement, sql);
    }
  }

  private static List<String> texts(Statement statement, String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }
}
