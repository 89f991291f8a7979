package com.harena.allinone.move.postgres.proof;

/** Queries for who may use what the server made itself: the schema public and the database. */
final class ServerAccess {
  private ServerAccess() {}

  /**
   * The schema public is the server's, with another owner and narrower privileges from PostgreSQL
   * 15 on; only what was changed counts, and from an older source not who may create in it.
   */
  static String publicSchema(Lens lens) {
    String servers =
        "(n.nspowner = 10 or pg_get_userbyid(n.nspowner) = 'pg_database_owner' or %s = %s)"
            .formatted(lens.owners().name("n.nspowner"), Sql.literal(lens.basis().mover()));
    return """
        select 'owner', 'schema public', case when %s then 'the server''s' else %s end
        from pg_namespace n where n.nspname = 'public'
        union all
        %s and %s
        """
        .formatted(
            servers,
            lens.owners().name("n.nspowner"),
            grants(
                "schema public",
                "pg_namespace n",
                "n.nspname = 'public'",
                "n.nspowner",
                lens,
                lens.owners().grants("n.nspacl", "n", "n.nspowner")),
            lens.basis().before(15) ? "l <> 'public: create'" : "true");
  }

  /**
   * The new database has the owner that the operator gave it, and perhaps users of its own: what
   * everybody may do there is compared, and what the roles may that objects of it name.
   */
  static String database(Lens lens) {
    return grants(
            "database",
            "pg_database d",
            "d.datname = current_database()",
            "d.datdba",
            lens,
            lens.owners().grants("d.datacl", "d", "d.datdba"))
        + """
         and (starts_with(l, 'public: ') or exists (select from (%s) r (oid)
            where starts_with(l, quote_ident(pg_get_userbyid(r.oid)) || ': ')))
        """
            .formatted(DatabaseDefinitions.involved(lens));
  }

  /** One row, also where nobody but the owner may do anything. */
  private static String grants(
      String name, String from, String where, String owner, Lens lens, String lines) {
    return """
        select 'grants', '%s', coalesce(string_agg(l, chr(10) order by l collate "C"), '')
        from %s, regexp_split_to_table(%s, chr(10)) l
        where %s
          and not starts_with(l, quote_ident(%s) || ': ')
          and not starts_with(l, quote_ident(pg_get_userbyid(%s)) || ': ')"""
        .formatted(name, from, lines, where, Sql.literal(lens.basis().mover()), owner);
  }
}
