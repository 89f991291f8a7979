package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.Reserved;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Pieces of SQL that several queries share. */
final class Sql {
  private static final Pattern IDENTIFIER =
      Pattern.compile("\"(?:[^\"]|\"\")*\"|[^\\s.,()\"]+", Pattern.DOTALL);

  private Sql() {}

  /** True for a schema of the user's. */
  static String ours(String schema) {
    return "(%1$s.nspname !~ '^pg_' and %1$s.nspname not in ('information_schema', '%2$s'))"
        .formatted(schema, Reserved.SCHEMA);
  }

  /** True for an object that belongs to no extension. */
  static String free(String catalogue, String oid) {
    return """
        not exists (select from pg_depend part where part.classid = '%s'::regclass
          and part.objid = %s and part.deptype = 'e')"""
        .formatted(catalogue, oid);
  }

  /** True for a relation whose rows are dumped: of no extension, or one of its configuration. */
  static String dumped(String oid) {
    return "(%s or exists (select from pg_extension held where %s = any (held.extconfig)))"
        .formatted(free("pg_class", oid), oid);
  }

  /** The names in a text of identifiers with points, commas or parentheses between them. */
  static List<String> names(String identifiers) {
    return IDENTIFIER
        .matcher(identifiers)
        .results()
        .map(MatchResult::group)
        .map(
            name ->
                name.startsWith("\"")
                    ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                    : name)
        .toList();
  }

  /** A name as an identifier. */
  static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A text as a constant. */
  static String literal(String text) {
    return (text.contains("\\") ? " E'" : "'")
        + text.replace("'", "''").replace("\\", "\\\\")
        + "'";
  }

  /** The qualified name of an object, from the names of its schema and its own. */
  static String qualified(String schema, String name) {
    return "quote_ident(%s) || '.' || quote_ident(%s)".formatted(schema, name);
  }
}
