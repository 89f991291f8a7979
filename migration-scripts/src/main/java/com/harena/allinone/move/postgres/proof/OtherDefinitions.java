package com.harena.allinone.move.postgres.proof;

import java.util.List;

/** Queries for what few databases have: kind, name and definition of each. */
final class OtherDefinitions {
  private OtherDefinitions() {}

  static List<String> queries(Lens lens) {
    return List.of(
        conversions(),
        operatorFamilies(),
        languages(),
        accessMethods(),
        transforms(),
        foreignDataWrappers(),
        userMappings(lens),
        textSearchParts(),
        extensionGrants(lens));
  }

  private static String conversions() {
    return """
        select 'conversion', %s, concat_ws(' ', pg_encoding_to_char(c.conforencoding), 'to',
          pg_encoding_to_char(c.contoencoding), 'by', c.conproc,
          case when c.condefault then 'default' end)
        from pg_conversion c join pg_namespace n on n.oid = c.connamespace where %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "c.conname"),
            Sql.ours("n"),
            Sql.free("pg_conversion", "c.oid"));
  }

  /** With what was added to the family itself; the rest is in its operator classes. */
  private static String operatorFamilies() {
    return """
        select 'operator family', %s || ' using ' || m.amname, concat_ws(chr(10),
          (select string_agg('operator ' || s.amopstrategy || ' ' || s.amopopr::regoperator, chr(10)
              order by s.amopstrategy, s.amopopr::regoperator::text collate "C")
            from pg_amop s where s.amopfamily = f.oid),
          (select string_agg('function ' || s.amprocnum || ' ' || s.amproc::oid::regprocedure,
              chr(10) order by s.amprocnum, s.amproc::oid::regprocedure::text collate "C")
            from pg_amproc s where s.amprocfamily = f.oid))
        from pg_opfamily f join pg_namespace n on n.oid = f.opfnamespace
          join pg_am m on m.oid = f.opfmethod where %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "f.opfname"),
            Sql.ours("n"),
            Sql.free("pg_opfamily", "f.oid"));
  }

  private static String languages() {
    return """
        select 'language', quote_ident(l.lanname), concat_ws(' ',
          case when l.lanpltrusted then 'trusted' end,
          'handler ' || nullif(l.lanplcallfoid, 0)::regprocedure,
          'inline ' || nullif(l.laninline, 0)::regprocedure,
          'validator ' || nullif(l.lanvalidator, 0)::regprocedure)
        from pg_language l where l.oid >= 16384 and %s
        """
        .formatted(Sql.free("pg_language", "l.oid"));
  }

  private static String accessMethods() {
    return """
        select 'access method', quote_ident(m.amname),
          concat_ws(' ', m.amtype, m.amhandler::oid::regprocedure)
        from pg_am m where m.oid >= 16384 and %s
        """
        .formatted(Sql.free("pg_am", "m.oid"));
  }

  private static String transforms() {
    return """
        select 'transform', format_type(t.trftype, null) || ' in ' || quote_ident(l.lanname),
          concat_ws(' ', 'from ' || nullif(t.trffromsql::oid, 0)::regprocedure,
            'to ' || nullif(t.trftosql::oid, 0)::regprocedure)
        from pg_transform t join pg_language l on l.oid = t.trflang where %s
        """
        .formatted(Sql.free("pg_transform", "t.oid"));
  }

  /** Values of options may be secrets: their hash is compared. */
  private static String foreignDataWrappers() {
    return """
        select 'foreign data wrapper', quote_ident(w.fdwname), concat_ws(' ',
          'handler ' || nullif(w.fdwhandler, 0)::regprocedure,
          'validator ' || nullif(w.fdwvalidator, 0)::regprocedure,
          (select string_agg(split_part(o, '=', 1) || ' ' || md5(o), ', ' order by o collate "C")
            from unnest(w.fdwoptions) o))
        from pg_foreign_data_wrapper w where %s
        """
        .formatted(Sql.free("pg_foreign_data_wrapper", "w.oid"));
  }

  /** Not their options, which only the mapped user and the server's owner may see. */
  private static String userMappings(Lens lens) {
    return """
        select 'user mapping', 'of ' || case u.umuser when 0 then 'public'
          else quote_ident(%s) end || ' on ' || quote_ident(u.srvname), 'user mapping'
        from pg_user_mappings u join pg_foreign_server s on s.oid = u.srvid where %s
        """
        .formatted(lens.owners().name("u.umuser"), Sql.free("pg_foreign_server", "s.oid"));
  }

  private static String textSearchParts() {
    return """
        select 'text search parser', %1$s || quote_ident(p.prsname), concat_ws(' ',
          p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype)
        from pg_ts_parser p join pg_namespace n on n.oid = p.prsnamespace where %2$s and %3$s
        union all
        select 'text search template', %1$s || quote_ident(t.tmplname),
          concat_ws(' ', t.tmplinit, t.tmpllexize)
        from pg_ts_template t join pg_namespace n on n.oid = t.tmplnamespace where %2$s and %4$s
        """
        .formatted(
            "quote_ident(n.nspname) || '.'",
            Sql.ours("n"),
            Sql.free("pg_ts_parser", "p.oid"),
            Sql.free("pg_ts_template", "t.oid"));
  }

  /** Privileges on what belongs to an extension, where they are no more what it brought along. */
  private static String extensionGrants(Lens lens) {
    return """
        select 'grants', i.type || ' ' || i.identity || ' of an extension', coalesce(%s, '')
        from (
          select 'pg_proc'::regclass as class, oid, proacl as acl, proowner as owner from pg_proc
          union all select 'pg_class', oid, relacl, relowner from pg_class
          union all select 'pg_type', oid, typacl, typowner from pg_type
          union all select 'pg_namespace', oid, nspacl, nspowner from pg_namespace
          union all select 'pg_language', oid, lanacl, lanowner from pg_language
          union all select 'pg_foreign_data_wrapper', oid, fdwacl, fdwowner
            from pg_foreign_data_wrapper) m
          join pg_depend e on e.classid = m.class and e.objid = m.oid and e.deptype = 'e'
          cross join pg_identify_object(m.class, m.oid, 0) i
        where m.acl is not null and not exists (select from pg_init_privs p
          where p.classoid = m.class and p.objoid = m.oid and p.objsubid = 0
            and p.initprivs = m.acl)
        """
        .formatted(lens.owners().others("m.acl", "m.owner"));
  }
}
