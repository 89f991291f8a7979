package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;

/** Queries for owners, privileges and comments: kind, name and definition of each. */
final class AccessDefinitions {
  private static final String RELATION_WORD =
      "case c.relkind when 'S' then 'sequence ' when 'v' then 'view ' when 'f' then 'foreign table '"
          + " when 'm' then 'materialized view ' else 'table ' end || "
          + Sql.qualified("n.nspname", "c.relname");

  private AccessDefinitions() {}

  static List<String> queries(Lens lens) {
    String objects = objects();
    return List.of(
        owners(lens, objects),
        grants(lens, objects),
        ServerAccess.publicSchema(lens),
        ServerAccess.database(lens),
        columnGrants(lens),
        defaultPrivileges(lens),
        comments());
  }

  private static String object(
      String word, String owner, String acl, String from, String oid, String catalogue) {
    return """
        select %s as name, %s as owner, %s as acl
        from %s where %s and %s
        """
        .formatted(word, owner, acl, from, Sql.ours("n"), Sql.free(catalogue, oid));
  }

  /** Everything that has an owner, with its access list, or one that says that it has none. */
  private static String objects() {
    String routine = "case p.prokind when 'p' then 'procedure ' else 'function ' end || ";
    return String.join(
        "union all ",
        object(
            RELATION_WORD,
            "c.relowner",
            "coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::\"char\","
                + " c.relowner))",
            "pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relpersistence <> 't'",
            "c.oid",
            "pg_class"),
        object(
            "'schema ' || quote_ident(n.nspname)",
            "n.nspowner",
            "coalesce(n.nspacl, acldefault('n', n.nspowner))",
            "(select * from pg_namespace where nspname <> 'public') n",
            "n.oid",
            "pg_namespace"),
        object(
            routine + CodeDefinitions.signature(),
            "p.proowner",
            "coalesce(p.proacl, acldefault('f', p.proowner))",
            "pg_proc p join pg_namespace n on n.oid = p.pronamespace and not exists (select"
                + " from pg_depend i where i.classid = 'pg_proc'::regclass and i.objid = p.oid"
                + " and i.deptype = 'i')",
            "p.oid",
            "pg_proc"),
        object(
            "'type ' || " + Sql.qualified("n.nspname", "t.typname"),
            "t.typowner",
            "coalesce(t.typacl, acldefault('T', t.typowner))",
            "pg_type t join pg_namespace n on n.oid = t.typnamespace and t.typtype in"
                + " ('b', 'c', 'd', 'e', 'r') and not exists (select from pg_type y"
                + " where y.typarray = t.oid) and (t.typrelid = 0 or (select c.relkind from"
                + " pg_class c where c.oid = t.typrelid) = 'c')",
            "t.oid",
            "pg_type"),
        others());
  }

  /** The same of what has an owner and no access list, and of what is in no schema. */
  private static String others() {
    String none = "null::aclitem[]";
    return String.join(
        "union all ",
        named("collation ", "coll", "pg_collation", none),
        named("text search configuration ", "cfg", "pg_ts_config", none),
        named("text search dictionary ", "dict", "pg_ts_dict", none),
        named("statistics ", "stx", "pg_statistic_ext", none),
        named("conversion ", "con", "pg_conversion", none),
        method("operator class ", "opc", "pg_opclass", none),
        method("operator family ", "opf", "pg_opfamily", none),
        object(
            "'operator ' || o.oid::regoperator",
            "o.oprowner",
            none,
            "pg_operator o join pg_namespace n on n.oid = o.oprnamespace",
            "o.oid",
            "pg_operator"),
        """
        select 'foreign server ' || quote_ident(s.srvname), s.srvowner,
          coalesce(s.srvacl, acldefault('S', s.srvowner))
        from pg_foreign_server s where %s
        union all
        select 'foreign data wrapper ' || quote_ident(w.fdwname), w.fdwowner,
          coalesce(w.fdwacl, acldefault('F', w.fdwowner))
        from pg_foreign_data_wrapper w where %s
        union all
        select 'language ' || quote_ident(l.lanname), l.lanowner,
          coalesce(l.lanacl, acldefault('l', l.lanowner))
        from pg_language l where l.oid >= 16384 and %s
        union all
        select 'publication ' || quote_ident(pubname), pubowner, %s from pg_publication
        union all
        select 'event trigger ' || quote_ident(evtname), evtowner, %s from pg_event_trigger
        where %s and not %s
        """
            .formatted(
                Sql.free("pg_foreign_server", "s.oid"),
                Sql.free("pg_foreign_data_wrapper", "w.oid"),
                Sql.free("pg_language", "l.oid"),
                none,
                none,
                Sql.free("pg_event_trigger", "pg_event_trigger.oid"),
                Reserved.isProviderRole("pg_get_userbyid(evtowner)")));
  }

  /** The same of what is known by its access method as well as by its name. */
  private static String method(String word, String prefix, String catalogue, String none) {
    return object(
        "'%s' || %s || ' using ' || (select m.amname from pg_am m where m.oid = o.%smethod)"
            .formatted(word, Sql.qualified("n.nspname", "o." + prefix + "name"), prefix),
        "o." + prefix + "owner",
        none,
        "%s o join pg_namespace n on n.oid = o.%snamespace".formatted(catalogue, prefix),
        "o.oid",
        catalogue);
  }

  private static String named(String word, String prefix, String catalogue, String none) {
    String from = "%s o join pg_namespace n on n.oid = o.%snamespace".formatted(catalogue, prefix);
    String name = Sql.qualified("n.nspname", "o." + prefix + "name");
    return object(
        "'%s' || %s".formatted(word, name),
        "o." + prefix + "owner",
        none,
        from,
        "o.oid",
        catalogue);
  }

  private static String owners(Lens lens, String objects) {
    return "select 'owner', o.name, %s from (%s) o"
        .formatted(lens.owners().name("o.owner"), objects);
  }

  private static String grants(Lens lens, String objects) {
    return "select 'grants', o.name, coalesce(%s, '') from (%s) o where o.acl is not null"
        .formatted(lens.owners().exploded("o.acl", "o.owner"), objects);
  }

  private static String columnGrants(Lens lens) {
    return """
        select 'grants', 'column ' || %s || '.' || quote_ident(a.attname), %s
        from pg_attribute a join pg_class c on c.oid = a.attrelid
          join pg_namespace n on n.oid = c.relnamespace
        where a.attacl is not null and cardinality(a.attacl) > 0 and not a.attisdropped
          and a.attnum > 0 and c.relpersistence <> 't' and %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "c.relname"),
            lens.owners().exploded("a.attacl", "c.relowner"),
            Sql.ours("n"),
            Sql.free("pg_class", "c.oid"));
  }

  private static String defaultPrivileges(Lens lens) {
    return """
        select 'default privileges', concat_ws(' ', 'of', %s, 'in ' || quote_ident(n.nspname),
          'on', d.defaclobjtype), coalesce(%s, '')
        from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace
        where (n.oid is null or %s) and not %s
        """
        .formatted(
            lens.owners().name("d.defaclrole"),
            lens.owners().exploded("d.defaclacl", "d.defaclrole"),
            Sql.ours("n"),
            Reserved.isProviderRole("pg_get_userbyid(d.defaclrole)"));
  }

  /** Not those of extensions and their members, which come with the extension. */
  private static String comments() {
    return """
        select 'comment', i.type || ' ' || i.identity, d.description
        from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
        where d.objoid >= 16384
          and d.classoid not in ('pg_largeobject'::regclass, 'pg_extension'::regclass)
          and coalesce(i.schema, '') !~ '^pg_' and i.identity !~ '^(%s|pg_temp|pg_toast)'
          and not exists (select from pg_depend e where e.classid = d.classoid
            and e.objid = d.objoid and e.deptype = 'e')
          and not exists (select from pg_event_trigger e where d.classoid =
            'pg_event_trigger'::regclass and e.oid = d.objoid and %s)
        union all
        select 'comment', 'schema public', d.description from pg_description d
        where d.objoid = 2200 and d.classoid = 'pg_namespace'::regclass
          and d.description <> 'standard public schema'
        union all
        select 'comment', 'database', d.description
        from pg_shdescription d join pg_database b on b.oid = d.objoid
        where d.classoid = 'pg_database'::regclass and b.datname = current_database()
        """
        .formatted(Reserved.SCHEMA, Reserved.isProviderRole("pg_get_userbyid(e.evtowner)"));
  }
}
