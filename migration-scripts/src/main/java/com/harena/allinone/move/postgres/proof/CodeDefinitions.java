package com.harena.allinone.move.postgres.proof;

import java.util.List;

/** Queries for functions, types, operators and the like: kind, name and definition of each. */
final class CodeDefinitions {
  private CodeDefinitions() {}

  static List<String> queries(Lens lens) {
    return List.of(
        functions(lens),
        aggregates(),
        types(lens),
        domainConstraints(),
        casts(),
        operators(),
        operatorClasses(),
        collations(lens));
  }

  /** Name and argument types of the function {@code p} in schema {@code n}. */
  static String signature() {
    return """
        quote_ident(n.nspname) || '.' || quote_ident(p.proname) || '(' || coalesce(
          (select string_agg(format_type(t.oid, null), ', ' order by t.place)
            from unnest(p.proargtypes) with ordinality as t (oid, place)), '') || ')'""";
  }

  private static String functions(Lens lens) {
    return """
        select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate signature'
            else 'function' end, %s,
          concat_ws(chr(10),
            'arguments ' || (select string_agg(concat_ws(' ', p.proargmodes[i],
                quote_ident(p.proargnames[i]), format_type(t, null)), ', ' order by i)
              from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]))
                with ordinality as a (t, i)),
            'defaults ' || pg_get_expr(p.proargdefaults, 0),
            'returns ' || case when p.proretset then 'setof ' else '' end
              || format_type(p.prorettype, null),
            'language ' || (select l.lanname from pg_language l where l.oid = p.prolang),
            case when p.prokind = 'w' then 'window' end,
            'volatility ' || p.provolatile::text, 'parallel ' || p.proparallel::text,
            case when p.proisstrict then 'strict' end,
            case when p.prosecdef then 'security definer' end,
            case when p.proleakproof then 'leakproof' end,
            'cost ' || p.procost, 'rows ' || p.prorows,
            'support ' || nullif(p.prosupport::oid, 0)::regprocedure,
            'transforms ' || (select string_agg(format_type(t, null), ', ')
              from unnest(p.protrftypes) t),
            (select string_agg('set ' || s, chr(10) order by s collate "C")
              from unnest(p.proconfig) s),
            'library ' || p.probin,
            %s,
            p.prosrc)
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where %s and %s
          and not exists (select from pg_range r, pg_depend d where d.classid = 'pg_proc'::regclass
            and d.objid = p.oid and d.refclassid = 'pg_type'::regclass and d.deptype = 'i'
            and d.refobjid in (r.rngtypid, %s))
        """
        .formatted(
            signature(),
            lens.from(14, "pg_get_function_sqlbody(p.oid)", "null"),
            Sql.ours("n"),
            Sql.free("pg_proc", "p.oid"),
            lens.from(14, "r.rngmultitypid", "r.rngtypid"));
  }

  private static String aggregates() {
    return """
        select 'aggregate', %s, concat_ws(chr(10), 'kind ' || a.aggkind::text,
          'arguments ' || a.aggnumdirectargs, 'state ' || a.aggtransfn::regprocedure
            || ' ' || format_type(a.aggtranstype, null) || ' ' || a.aggtransspace,
          'final ' || nullif(a.aggfinalfn::oid, 0)::regprocedure || ' ' || a.aggfinalextra || ' '
            || a.aggfinalmodify::text,
          'combine ' || nullif(a.aggcombinefn::oid, 0)::regprocedure,
          'serial ' || nullif(a.aggserialfn::oid, 0)::regprocedure,
          'deserial ' || nullif(a.aggdeserialfn::oid, 0)::regprocedure,
          'moving ' || nullif(a.aggmtransfn::oid, 0)::regprocedure || ' '
            || nullif(a.aggminvtransfn::oid, 0)::regprocedure,
          'sort ' || nullif(a.aggsortop::oid, 0)::regoperator, 'initial ' || a.agginitval,
          'moving initial ' || a.aggminitval)
        from pg_aggregate a join pg_proc p on p.oid = a.aggfnoid::oid
          join pg_namespace n on n.oid = p.pronamespace where %s and %s
        """
        .formatted(signature(), Sql.ours("n"), Sql.free("pg_proc", "p.oid"));
  }

  /** Multiranges come with their range; row types with their table. */
  private static String types(Lens lens) {
    return """
        select 'type', %s, concat_ws(chr(10), 'kind ' || t.typtype::text,
          (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
            from pg_enum e where e.enumtypid = t.oid),
          case when t.typtype = 'd' then 'over ' || format_type(t.typbasetype, t.typtypmod) end,
          case when t.typtype = 'd' and t.typnotnull then 'not null' end,
          case when t.typtype = 'd' then 'default ' || t.typdefault end,
          case when t.typcollation not in (0, 100) then 'collate ' || t.typcollation::regcollation
            end,
          (select string_agg(concat_ws(' ', quote_ident(a.attname),
              format_type(a.atttypid, a.atttypmod), case when a.attcollation <> y.typcollation
                then 'collate ' || a.attcollation::regcollation end), chr(10) order by a.attnum)
            from pg_attribute a join pg_type y on y.oid = a.atttypid
            where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped),
          (select concat_ws(' ', 'range over', format_type(r.rngsubtype, null),
              (select o.opcname from pg_opclass o where o.oid = r.rngsubopc),
              'collate ' || nullif(r.rngcollation, 0)::regcollation,
              'canonical ' || nullif(r.rngcanonical::oid, 0)::regprocedure,
              'difference ' || nullif(r.rngsubdiff::oid, 0)::regprocedure, %s)
            from pg_range r where r.rngtypid = t.oid),
          case when t.typtype = 'b' then concat_ws(' ', t.typinput::regprocedure,
            t.typoutput::regprocedure, t.typlen, t.typalign, t.typstorage) end)
        from pg_type t join pg_namespace n on n.oid = t.typnamespace
        where t.typtype in ('b', 'c', 'd', 'e', 'r') and %s and %s
          and not exists (select from pg_type y where y.typarray = t.oid)
          and (t.typrelid = 0
            or (select c.relkind from pg_class c where c.oid = t.typrelid) = 'c')
        """
        .formatted(
            Sql.qualified("n.nspname", "t.typname"),
            lens.both(14, "'multirange ' || format_type(r.rngmultitypid, null)", "null"),
            Sql.ours("n"),
            Sql.free("pg_type", "t.oid"));
  }

  private static String domainConstraints() {
    return """
        select 'constraint', %s || ' ' || quote_ident(o.conname), pg_get_constraintdef(o.oid)
        from pg_constraint o join pg_type t on t.oid = o.contypid
          join pg_namespace n on n.oid = t.typnamespace
        where o.contype = 'c' and %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "t.typname"), Sql.ours("n"), Sql.free("pg_type", "t.oid"));
  }

  /** Those of a range to its multirange come with it. */
  private static String casts() {
    return """
        select 'cast', format_type(c.castsource, null) || ' as ' || format_type(c.casttarget, null),
          concat_ws(' ', c.castmethod, c.castcontext, nullif(c.castfunc, 0)::regprocedure)
        from pg_cast c where c.oid >= 16384 and %s and not exists (select from pg_depend i
          where i.classid = 'pg_cast'::regclass and i.objid = c.oid and i.deptype = 'i')
        """
        .formatted(Sql.free("pg_cast", "c.oid"));
  }

  private static String operators() {
    return """
        select 'operator', o.oid::regoperator::text, concat_ws(chr(10),
          'function ' || o.oprcode::oid::regprocedure, 'returns ' || format_type(o.oprresult, null),
          'commutator ' || nullif(o.oprcom, 0)::regoperator,
          'negator ' || nullif(o.oprnegate, 0)::regoperator,
          'restrict ' || nullif(o.oprrest::oid, 0)::regprocedure,
          'join ' || nullif(o.oprjoin::oid, 0)::regprocedure,
          case when o.oprcanhash then 'hashes' end, case when o.oprcanmerge then 'merges' end)
        from pg_operator o join pg_namespace n on n.oid = o.oprnamespace
        where o.oprcode::oid <> 0 and %s and %s
        """
        .formatted(Sql.ours("n"), Sql.free("pg_operator", "o.oid"));
  }

  private static String operatorClasses() {
    return """
        select 'operator class', %s || ' using ' || m.amname, concat_ws(chr(10),
          'for ' || format_type(o.opcintype, null), case when o.opcdefault then 'default' end,
          'storage ' || format_type(nullif(o.opckeytype, 0), null), 'family ' || f.opfname,
          (select string_agg('operator ' || s.amopstrategy || ' ' || s.amopopr::regoperator, chr(10)
              order by s.amopstrategy)
            from pg_amop s where s.amopfamily = f.oid and s.amoplefttype = o.opcintype
              and s.amoprighttype = o.opcintype),
          (select string_agg('function ' || s.amprocnum || ' ' || s.amproc::oid::regprocedure, chr(10)
              order by s.amprocnum)
            from pg_amproc s where s.amprocfamily = f.oid and s.amproclefttype = o.opcintype
              and s.amprocrighttype = o.opcintype))
        from pg_opclass o join pg_namespace n on n.oid = o.opcnamespace
          join pg_am m on m.oid = o.opcmethod join pg_opfamily f on f.oid = o.opcfamily
        where %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "o.opcname"),
            Sql.ours("n"),
            Sql.free("pg_opclass", "o.oid"));
  }

  /** Versions are left out: each machine has its own. */
  private static String collations(Lens lens) {
    String locale = lens.from(17, "c.colllocale", lens.from(15, "c.colliculocale", "null::text"));
    return """
        select 'collation', %s, concat_ws(' ', c.collprovider, case when not c.collisdeterministic
          then 'not deterministic' end, coalesce(%s, c.collcollate::text),
          coalesce(%s, c.collctype::text), %s)
        from pg_collation c join pg_namespace n on n.oid = c.collnamespace where %s and %s
        """
        .formatted(
            Sql.qualified("n.nspname", "c.collname"),
            locale,
            locale,
            lens.from(16, "c.collicurules", "null"),
            Sql.ours("n"),
            Sql.free("pg_collation", "c.oid"));
  }
}
