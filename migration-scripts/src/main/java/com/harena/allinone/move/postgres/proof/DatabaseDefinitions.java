package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;

/** Queries for what is not in a table or a function: kind, name and definition of each. */
final class DatabaseDefinitions {
  private DatabaseDefinitions() {}

  static List<String> queries(Lens lens) {
    return List.of(
        schemas(),
        sequences(lens),
        extensions(),
        publications(lens),
        eventTriggers(),
        textSearch(),
        foreignServers(),
        settings(lens),
        roles(lens),
        memberships(lens));
  }

  private static String schemas() {
    return "select 'schema', quote_ident(n.nspname), 'schema' from pg_namespace n where %s and %s"
        .formatted(Sql.ours("n"), Sql.free("pg_namespace", "n.oid"));
  }

  private static String sequences(Lens lens) {
    return """
        select 'sequence definition', %s, concat_ws(' ', format_type(s.seqtypid, null),
          'start', s.seqstart, 'increment', s.seqincrement, 'from', s.seqmin, 'to', s.seqmax,
          'cache', s.seqcache, case when s.seqcycle then 'cycle' end, %s,
          'owned by ' || (select d.refobjid::regclass || '.' || quote_ident(a.attname)
            from pg_depend d join pg_attribute a on a.attrelid = d.refobjid
              and a.attnum = d.refobjsubid
            where d.classid = 'pg_class'::regclass and d.objid = c.oid
              and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')))
        from pg_sequence s join pg_class c on c.oid = s.seqrelid
          join pg_namespace n on n.oid = c.relnamespace
        where c.relpersistence <> 't' and %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "c.relname"),
            lens.both(15, "case when c.relpersistence = 'u' then 'unlogged' end", "null"),
            Sql.ours("n"),
            Sql.free("pg_class", "c.oid"));
  }

  /** Their versions may differ: a newer server brings newer ones. */
  private static String extensions() {
    return """
        select 'extension', quote_ident(e.extname), 'in schema ' || quote_ident(n.nspname)
        from pg_extension e join pg_namespace n on n.oid = e.extnamespace
        """;
  }

  private static String publications(Lens lens) {
    String columns =
        lens.from(
            15,
            "concat(' columns ' || (select string_agg(quote_ident(a.attname), ', '"
                + " order by a.attnum) from pg_attribute a where a.attrelid = r.prrelid and"
                + " a.attnum = any (r.prattrs)), ' where ' || pg_get_expr(r.prqual, r.prrelid))",
            "''");
    String schemas =
        lens.from(
            15,
            "(select string_agg('schema ' || quote_ident(n.nspname), chr(10) order by n.nspname)"
                + " from pg_publication_namespace s join pg_namespace n on n.oid = s.pnnspid"
                + " where s.pnpubid = p.oid)",
            "null");
    return """
        select 'publication', quote_ident(p.pubname), concat_ws(chr(10),
          case when p.puballtables then 'all tables' end,
          case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end,
          case when p.pubdelete then 'delete' end, case when p.pubtruncate then 'truncate' end,
          case when p.pubviaroot then 'by root' end,
          (select string_agg('table ' || r.prrelid::regclass || %s, chr(10)
              order by r.prrelid::regclass::text collate "C")
            from pg_publication_rel r where r.prpubid = p.oid), %s)
        from pg_publication p
        """
        .formatted(columns, schemas);
  }

  private static String eventTriggers() {
    return """
        select 'event trigger', quote_ident(e.evtname), concat_ws(' ', e.evtevent,
          e.evtfoid::regprocedure, e.evtenabled, array_to_string(e.evttags, ', '))
        from pg_event_trigger e where %s and not %s
        """
        .formatted(
            Sql.free("pg_event_trigger", "e.oid"),
            Reserved.isProviderRole("pg_get_userbyid(e.evtowner)"));
  }

  private static String textSearch() {
    return """
        select 'text search configuration', %1$s || quote_ident(c.cfgname),
          concat_ws(chr(10), p.prsname, (select string_agg(m.maptokentype || ' '
              || m.mapdict::regdictionary, chr(10) order by m.maptokentype, m.mapseqno)
            from pg_ts_config_map m where m.mapcfg = c.oid))
        from pg_ts_config c join pg_namespace n on n.oid = c.cfgnamespace
          join pg_ts_parser p on p.oid = c.cfgparser where %2$s and %3$s
        union all
        select 'text search dictionary', %1$s || quote_ident(d.dictname),
          concat_ws(' ', t.tmplname, d.dictinitoption)
        from pg_ts_dict d join pg_namespace n on n.oid = d.dictnamespace
          join pg_ts_template t on t.oid = d.dicttemplate where %2$s and %4$s
        """
        .formatted(
            "quote_ident(n.nspname) || '.'",
            Sql.ours("n"),
            Sql.free("pg_ts_config", "c.oid"),
            Sql.free("pg_ts_dict", "d.oid"));
  }

  /** Values of options may be secrets: their hash is compared. */
  private static String foreignServers() {
    return """
        select 'foreign server', quote_ident(s.srvname), concat_ws(' ', w.fdwname, s.srvtype,
          s.srvversion, (select string_agg(split_part(o, '=', 1) || ' ' || md5(o), ', '
            order by o collate "C") from unnest(s.srvoptions) o))
        from pg_foreign_server s join pg_foreign_data_wrapper w on w.oid = s.srvfdw where %s
        """
        .formatted(Sql.free("pg_foreign_server", "s.oid"));
  }

  private static String settings(Lens lens) {
    String name = "split_part(o, '=', 1)";
    return """
        select 'setting', concat_ws(' ', case when s.setrole = 0 then 'of the database'
            when s.setdatabase = 0 then 'of ' || quote_ident(r.rolname)
            else 'of ' || quote_ident(r.rolname) || ' in the database' end, %1$s),
          substr(o, strpos(o, '=') + 1)
        from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole
          cross join unnest(s.setconfig) o
        where (s.setdatabase = (select oid from pg_database where datname = current_database())
            and (s.setrole = 0 or not %2$s)
            or s.setdatabase = 0 and s.setrole in (%3$s))
          and %1$s <> '%4$s' and %1$s !~ '^rds\\.'
        """
        .formatted(
            name, Reserved.isSystemRole("r.rolname"), involved(lens), Reserved.FREEZING_SETTING);
  }

  /**
   * Roles that objects of this database name and all that are members of them, without the server's
   * own and who restores.
   */
  static String involved(Lens lens) {
    return """
        with recursive named (oid) as (
          select d.refobjid from pg_shdepend d where d.refclassid = 'pg_authid'::regclass
            and d.dbid = (select oid from pg_database where datname = current_database())
            and not %1$s
          union
          select a.member from pg_auth_members a, named r
          where a.roleid = r.oid and not %5$s)
        select v.oid from pg_roles v where v.oid in (select oid from named) and v.oid <> 10
          and not %2$s and %3$s <> %4$s"""
        .formatted(
            Reserved.isSystemRole("pg_get_userbyid(d.refobjid)"),
            Reserved.isSystemRole("v.rolname"),
            lens.owners().name("v.oid"),
            Sql.literal(lens.basis().mover()),
            Reserved.isSystemRole("pg_get_userbyid(a.member)"));
  }

  private static String roles(Lens lens) {
    return """
        select 'role', quote_ident(r.rolname), concat_ws(' ',
          case when r.rolinherit then 'inherit' else 'no inherit' end,
          case when r.rolcanlogin then 'login' end, case when r.rolcreatedb then 'create database'
            end, case when r.rolcreaterole then 'create role' end,
          case when r.rolconnlimit >= 0 then 'connection limit ' || r.rolconnlimit end,
          'valid until ' || nullif(r.rolvaliduntil, 'infinity'),
          'comment ' || shobj_description(r.oid, 'pg_authid'))
        from pg_roles r where r.oid in (%s)
        """
        .formatted(involved(lens));
  }

  /** Who restores becomes a member of what it makes, so its own memberships do not count. */
  private static String memberships(Lens lens) {
    return """
        select 'membership', quote_ident(m.rolname) || ' in ' || quote_ident(r.rolname),
          concat_ws(' ', case when bool_or(a.admin_option) then 'with admin option'
            else 'member' end, %6$s)
        from pg_auth_members a join pg_roles r on r.oid = a.roleid
          join pg_roles m on m.oid = a.member
        where (r.oid in (%1$s) or m.oid in (%1$s)) and m.oid <> 10 and not %2$s and not %3$s
          and %4$s <> %5$s
        group by m.rolname, r.rolname
        """
        .formatted(
            involved(lens),
            Reserved.isSystemRole("m.rolname"),
            Reserved.isProviderRole("r.rolname"),
            lens.owners().name("m.oid"),
            Sql.literal(lens.basis().mover()),
            lens.both(
                16,
                "case when not bool_or(a.inherit_option) then 'without inherit' end,"
                    + " case when not bool_or(a.set_option) then 'without set' end",
                "null"));
  }
}
