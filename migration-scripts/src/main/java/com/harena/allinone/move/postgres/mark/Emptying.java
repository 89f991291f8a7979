package com.harena.allinone.move.postgres.mark;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.postgres.session.Reserved;
import com.harena.allinone.move.store.Work;
import java.util.List;

/** Takes everything away that a restore put into a marked target. */
public final class Emptying {
  private static final int LARGE_OBJECTS_AT_ONCE = 500;

  /** Statements that drop objects; one statement an object, for a lock each is enough then. */
  private static final List<String> DROPS =
      List.of(
          "select format('drop event trigger if exists %I', evtname) from pg_event_trigger t"
              + " where not exists (select from pg_depend e where e.classid ="
              + " 'pg_event_trigger'::regclass and e.objid = t.oid and e.deptype = 'e')",
          "select format('drop publication if exists %I', pubname) from pg_publication",
          """
          select format('drop %s if exists %I.%I cascade',
            case c.relkind when 'v' then 'view' when 'm' then 'materialized view'
              when 'S' then 'sequence' when 'f' then 'foreign table' else 'table' end,
            n.nspname, c.relname)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and n.nspname !~ '^pg_'
            and n.nspname not in ('information_schema', '@')
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass
              and d.objid = c.oid and d.deptype in ('e', 'i'))
          order by c.relispartition, c.relkind in ('r', 'p')
          """,
          "select format('drop extension if exists %I cascade', extname) from pg_extension"
              + " where extname not in (select name from @.extension)",
          "select format('drop schema if exists %I cascade', n.nspname) from pg_namespace n where"
              + " n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', '@')"
              + " and not exists (select from pg_depend e where e.classid ="
              + " 'pg_namespace'::regclass and e.objid = n.oid and e.deptype = 'e')",
          """
          select format('drop %s if exists %s cascade', i.type, i.identity)
          from pg_depend d cross join pg_identify_object(d.classid, d.objid, 0) i
          where d.refclassid = 'pg_namespace'::regclass
            and d.refobjid = (select oid from pg_namespace where nspname = 'public')
            and d.deptype = 'n' and i.type not in ('default acl', 'extension')
            and not exists (select from pg_depend e
              where e.classid = d.classid and e.objid = d.objid and e.deptype = 'e')
          """,
          """
          select format('drop %s if exists %s cascade', i.type, i.identity)
          from (select 'pg_foreign_server'::regclass::oid, oid from pg_foreign_server
            union all select 'pg_foreign_data_wrapper'::regclass, oid from pg_foreign_data_wrapper
            union all select 'pg_language'::regclass, oid from pg_language
            union all select 'pg_cast'::regclass, oid from pg_cast
            union all select 'pg_transform'::regclass, oid from pg_transform
            union all select 'pg_am'::regclass, oid from pg_am) o (class, oid)
          cross join pg_identify_object(o.class, o.oid, 0) i
          where o.oid >= 16384 and not exists (select from pg_depend e
            where e.classid = o.class and e.objid = o.oid and e.deptype = 'e')
          """);

  private static final String DEFAULTS =
      """
      select format('alter default privileges for role %I%s revoke all on %s from %s',
          pg_get_userbyid(d.defaclrole),
          coalesce(' in schema ' || quote_ident(n.nspname), ''), k.kind,
          case when x.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end)
      from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace
        cross join lateral (select case d.defaclobjtype when 'r' then 'tables'
          when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
          when 'n' then 'schemas' else 'large objects' end) k (kind)
        cross join aclexplode(d.defaclacl) x
      """;

  private static final String GIVEN_BY_DEFAULT =
      """
      select format('alter default privileges for role %I grant %s on %s to %s',
          pg_get_userbyid(d.defaclrole), string_agg(x.privilege_type, ', '), k.kind,
          case when x.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(x.grantee)) end)
      from pg_default_acl d
        cross join lateral (select case d.defaclobjtype when 'r' then 'tables'
          when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
          when 'n' then 'schemas' else 'large objects' end) k (kind)
        cross join aclexplode(acldefault(
          case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end, d.defaclrole)) x
      where d.defaclnamespace = 0 and d.defaclobjtype <> 'L'
      group by d.oid, d.defaclrole, k.kind, x.grantee
      """;

  private final PostgresSession session;
  private final Work work;

  /** Empties through this session. */
  public Emptying(PostgresSession session, Work work) {
    this.session = session;
    this.work = work;
  }

  /** All objects of the database; roles, settings and the mark stay. */
  public void objects() {
    for (String drops : DROPS) {
      run(drops.replace("@", Reserved.SCHEMA));
    }
    largeObjects();
    List<String> restored = session.texts("reading default privileges", GIVEN_BY_DEFAULT);
    run(DEFAULTS);
    restored.forEach(sql -> session.execute("resetting default privileges", sql));
  }

  /** Everything, and the mark as the last. */
  public void everything(Mark mark) {
    objects();
    mark.undo(session);
    mark.remove(session);
  }

  /** All large objects. */
  public void largeObjects() {
    String unlink =
        "select lo_unlink(oid) from (select oid from pg_largeobject_metadata limit %d) o"
            .formatted(LARGE_OBJECTS_AT_ONCE);
    while (!session.query("removing large objects", unlink, row -> row.getInt(1)).isEmpty()) {
      work.proceed();
    }
  }

  private void run(String statements) {
    for (String sql : session.texts("reading what is to be removed", statements)) {
      work.proceed();
      session.execute("removing what the move put there", sql);
    }
  }
}
