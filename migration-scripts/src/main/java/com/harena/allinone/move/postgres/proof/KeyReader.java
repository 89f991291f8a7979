package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.List;

/** Reads by which columns a table's rows are known. */
final class KeyReader {
  private KeyReader() {}

  /** Columns of the primary key, else of the shortest unique index over columns never null. */
  static List<String> key(PostgresSession session, String table) {
    return session.texts(
        "reading the key of " + table,
        """
        select a.attname from pg_attribute a, unnest((
          select i.indkey[0:i.indnkeyatts - 1] from pg_index i
          where i.indrelid = to_regclass(%s) and i.indisunique and i.indisvalid
            and i.indpred is null and i.indexprs is null
            and not exists (select from unnest(i.indkey[0:i.indnkeyatts - 1]) k
              left join pg_attribute n on n.attrelid = i.indrelid and n.attnum = k
              where not n.attnotnull)
          order by i.indisprimary desc, i.indnkeyatts, i.indexrelid limit 1)) k
        where a.attrelid = to_regclass(%s) and a.attnum = k
        order by a.attname collate "C"
        """
            .formatted(Sql.literal(table), Sql.literal(table)));
  }
}
