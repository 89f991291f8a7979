package com.harena.allinone.move.postgres.check;

import com.harena.allinone.move.postgres.globals.Globals.Database;
import com.harena.allinone.move.postgres.globals.GlobalsReader;
import com.harena.allinone.move.postgres.session.PostgresSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How both databases encode and sort texts. */
final class TextChecks {
  private static final String OURS =
      "(select oid from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema')";

  private static final int DEFAULT_COLLATION = 100;

  private static final String USED =
      """
      select c.collname, coalesce(pg_collation_actual_version(c.oid), '') from pg_collation c
      where c.collnamespace = 'pg_catalog'::regnamespace and c.collname <> 'default'
        and exists (select from pg_attribute a join pg_class r on r.oid = a.attrelid
          where a.attcollation = c.oid and not a.attisdropped and r.relnamespace in %s)
      order by c.collname
      """
          .formatted(OURS);

  private static final String KNOWN =
      """
      select collname, coalesce(pg_collation_actual_version(oid), '') from pg_collation
      where collnamespace = 'pg_catalog'::regnamespace and collencoding in
        (-1, (select encoding from pg_database where datname = current_database()))
      """;

  private final PostgresSession source;
  private final PostgresSession target;
  private final Findings findings;

  TextChecks(PostgresSession source, PostgresSession target, Findings findings) {
    this.source = source;
    this.target = target;
    this.findings = findings;
  }

  void run() {
    findings.add(
        "encoding",
        () -> {
          Database here = new GlobalsReader(source).database();
          Database there = new GlobalsReader(target).database();
          encoding(here.encoding(), there.encoding());
          collation(here, there);
        });
    findings.add("collations", this::collations);
  }

  private void encoding(String here, String there) {
    if (here.equals(there)) {
      findings.ok("encoding", "both databases are encoded in " + here);
    } else if (there.equals("UTF8") && !here.equals("SQL_ASCII")) {
      findings.warning(
          "encoding",
          "texts are converted from %s to UTF8, which has every character of it; to keep %s, create the target database with it"
              .formatted(here, here));
    } else {
      findings.error(
          "encoding",
          "the source is encoded in %s, the target in %s: create the target database with encoding %s"
              .formatted(here, there, here));
    }
  }

  private void collation(Database here, Database there) {
    boolean same =
        here.provider().equals(there.provider())
            && here.collation().equals(there.collation())
            && Objects.equals(here.collationVersion(), there.collationVersion());
    if (same) {
      findings.ok("collation", "both databases sort by " + words(here));
      return;
    }
    long indexes =
        source
            .first(
                "counting indexes of texts",
                "select count(*) from pg_index i join pg_class c on c.oid = i.indexrelid where"
                    + " c.relnamespace in %s and %d = any (i.indcollation::oid[])"
                        .formatted(OURS, DEFAULT_COLLATION),
                row -> row.getLong(1))
            .orElse(0L);
    findings.warning(
        "collation",
        "the source sorts texts by %s, the target by %s: %d indexes of texts are built anew in that order, and queries that sort texts may answer in another; to keep the order, create the target database with the source's collation"
            .formatted(words(here), words(there), indexes));
  }

  private static String words(Database database) {
    String version = database.collationVersion();
    return "%s %s%s"
        .formatted(
            database.provider(),
            database.collation(),
            version == null ? "" : " version " + version);
  }

  /** Collations that columns name themselves. */
  private void collations() {
    Map<String, String> known = new HashMap<>();
    collations(target, KNOWN).forEach(there -> known.put(there.getKey(), there.getValue()));
    List<String> missing = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (Map.Entry<String, String> used : collations(source, USED)) {
      String version = known.get(used.getKey());
      if (version == null) {
        missing.add(used.getKey());
      } else if (!version.equals(used.getValue())) {
        other.add("%s version %s, there %s".formatted(used.getKey(), used.getValue(), version));
      }
    }
    if (!missing.isEmpty()) {
      findings.error(
          "collations",
          "columns are collated by what the target does not have: %s; install these locales there, or create the target database in an encoding that has them"
              .formatted(Findings.some(missing)));
    }
    if (!other.isEmpty()) {
      findings.warning(
          "collations.versions",
          "columns are collated by another version there: %s; indexes are built anew in that order"
              .formatted(Findings.some(other)));
    }
  }

  private static List<Map.Entry<String, String>> collations(PostgresSession session, String sql) {
    return session.query(
        "reading the collations", sql, row -> Map.entry(row.getString(1), row.getString(2)));
  }
}
