package com.harena.allinone.move.postgres.globals;

import static com.harena.allinone.move.postgres.session.Reserved.isProviderRole;
import static com.harena.allinone.move.postgres.session.Reserved.isSystemRole;

import com.harena.allinone.move.postgres.globals.Globals.Database;
import com.harena.allinone.move.postgres.globals.Globals.Grant;
import com.harena.allinone.move.postgres.globals.Globals.Membership;
import com.harena.allinone.move.postgres.globals.Globals.Role;
import com.harena.allinone.move.postgres.globals.Globals.Schema;
import com.harena.allinone.move.postgres.globals.Globals.Setting;
import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;
import java.util.Map;

/** Reads the globals of a session's database; needs no more rights than anybody has. */
public final class GlobalsReader {
  private static final Map<String, String> PROVIDERS =
      Map.of("c", "libc", "i", "icu", "b", "builtin", "d", "default");

  private final PostgresSession session;

  /** Reads through this session, in its transaction if it has one open. */
  public GlobalsReader(PostgresSession session) {
    this.session = session;
  }

  /** Everything. */
  public Globals read() {
    return new Globals(
        roles(), providers(), memberships(), settings(), database(), publicSchema(), relations());
  }

  /** Roles that are neither the server's own nor the provider's. */
  public List<Role> roles() {
    return session.query(
        "reading the roles",
        """
        select rolname,
          concat_ws(' ', case when rolinherit then 'INHERIT' else 'NOINHERIT' end,
            case when rolcanlogin then 'LOGIN' else 'NOLOGIN' end,
            case when rolcreatedb then 'CREATEDB' end,
            case when rolcreaterole then 'CREATEROLE' end,
            case when rolreplication then 'REPLICATION' end,
            case when rolbypassrls then 'BYPASSRLS' end,
            case when rolconnlimit >= 0 then 'CONNECTION LIMIT ' || rolconnlimit end,
            case when rolvaliduntil is not null
              then 'VALID UNTIL ' || quote_literal(rolvaliduntil::text) end),
          rolsuper, rolcanlogin, shobj_description(oid, 'pg_authid')
        from pg_roles where not %s order by rolname collate "C"
        """
            .formatted(isSystemRole("rolname")),
        row ->
            new Role(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(5)));
  }

  /** Roles of the provider that objects of this database name. */
  public List<String> providers() {
    return session.texts(
        "reading who owns what",
        """
        select r.rolname from pg_roles r where %s and exists (
          select from pg_shdepend d
          where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid
            and d.dbid = (select oid from pg_database where datname = current_database()))
        order by r.rolname collate "C"
        """
            .formatted(isProviderRole("r.rolname")));
  }

  private List<Membership> memberships() {
    boolean options = session.major() >= 16;
    return session.query(
        "reading the memberships",
        """
        select r.rolname, m.rolname, bool_or(a.admin_option), %s
        from pg_auth_members a
          join pg_roles r on r.oid = a.roleid join pg_roles m on m.oid = a.member
        where not %s and not %s
        group by 1, 2 order by r.rolname collate "C", m.rolname collate "C"
        """
            .formatted(
                options
                    ? "bool_or(a.inherit_option), bool_or(a.set_option)"
                    : "null::bool, null::bool",
                isProviderRole("r.rolname"),
                isSystemRole("m.rolname")),
        row ->
            new Membership(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                (Boolean) row.getObject(4),
                (Boolean) row.getObject(5)));
  }

  private List<Setting> settings() {
    return session.query(
        "reading the settings",
        """
        select r.rolname, s.setdatabase <> 0, split_part(c, '=', 1), substr(c, strpos(c, '=') + 1)
        from pg_db_role_setting s
          left join pg_roles r on r.oid = s.setrole cross join unnest(s.setconfig) c
        where s.setdatabase in
            (0, (select oid from pg_database where datname = current_database()))
          and (s.setrole = 0 or not %s) and not (s.setrole = 0 and s.setdatabase = 0)
          and split_part(c, '=', 1) <> '%s' and split_part(c, '=', 1) !~ '^rds\\.'
        order by 1 nulls first, 2, 3
        """
            .formatted(isSystemRole("r.rolname"), Reserved.FREEZING_SETTING),
        row ->
            new Setting(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4)));
  }

  /** The database itself. */
  public Database database() {
    List<Grant> grants =
        grants(
            "pg_database o",
            "o.datname = current_database() and x.grantee <> o.datdba",
            "coalesce(o.datacl, acldefault('d', o.datdba))");
    String provider = session.major() >= 15 ? "datlocprovider::text" : "'c'";
    String locale =
        session.major() >= 17
            ? "coalesce(datlocale, datcollate)"
            : session.major() >= 15 ? "coalesce(daticulocale, datcollate)" : "datcollate";
    String version =
        session.major() >= 15
            ? "coalesce(datcollversion, pg_database_collation_actual_version(oid))"
            : "(select collversion from pg_collation where collname = datcollate limit 1)";
    return session
        .first(
            "reading the database",
            """
            select datname, pg_encoding_to_char(encoding), %s,
              %s || case when datctype <> datcollate then ', ' || datctype else '' end, %s,
              pg_get_userbyid(datdba), shobj_description(oid, 'pg_database'),
              pg_database_size(oid)
            from pg_database where datname = current_database()
            """
                .formatted(provider, locale, version),
            row ->
                new Database(
                    row.getString(1),
                    row.getString(2),
                    PROVIDERS.getOrDefault(row.getString(3), row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    grants,
                    row.getLong(8)))
        .orElseThrow();
  }

  /** The schema {@code public}, or null. */
  public Schema publicSchema() {
    List<Grant> grants =
        grants(
            "pg_namespace o",
            "o.nspname = 'public'",
            "coalesce(o.nspacl, acldefault('n', o.nspowner))");
    return session
        .first(
            "reading the schema public",
            "select pg_get_userbyid(nspowner) from pg_namespace where nspname = 'public'",
            row -> new Schema(row.getString(1), grants))
        .orElse(null);
  }

  private List<Grant> grants(String from, String where, String acl) {
    return session.query(
        "reading privileges",
        """
        select r.rolname, x.privilege_type, bool_or(x.is_grantable)
        from %s cross join aclexplode(%s) x left join pg_roles r on r.oid = x.grantee
        where %s
        group by 1, 2 order by r.rolname collate "C" nulls first, 2
        """
            .formatted(from, acl, where),
        row -> new Grant(row.getString(1), row.getString(2), row.getBoolean(3)));
  }

  /** Full names of all relations that are the user's. */
  public List<String> relations() {
    return session.texts(
        "reading the relations",
        """
        select format('%%I.%%I', n.nspname, c.relname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
          and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', '%s')
          and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
            and d.objid = c.oid and d.deptype = 'e')
        order by n.nspname collate "C", c.relname collate "C"
        """
            .formatted(Reserved.SCHEMA));
  }
}
