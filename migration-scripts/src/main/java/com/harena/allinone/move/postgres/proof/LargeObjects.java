package com.harena.allinone.move.postgres.proof;

import com.harena.allinone.move.postgres.session.PostgresSession;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Work;
import java.util.ArrayList;
import java.util.List;

/**
 * Sums hashes over the contents of all large objects, and over what is known of them.
 *
 * <p>The contents are read as anybody may who may read the objects: {@code pg_largeobject} itself
 * is the superuser's.
 */
final class LargeObjects {
  static final String CONTENT = "large objects";
  static final String ACCESS = "large object access";
  static final String ALL = "all";

  /** Bytes of a large object that are hashed together. */
  static final int PIECE = 262_144;

  private static final int PAGE = 500;

  private final Owners owners;
  private final RowHash form;
  private final Work work;
  private final Tally content = new Tally();
  private final Tally access = new Tally();

  LargeObjects(Owners owners, RowHash form, Work work) {
    this.owners = owners;
    this.form = form;
    this.work = work;
  }

  /** The queries to run, each for its share of the objects. */
  List<Gang.Task> tasks() {
    List<Gang.Task> tasks = new ArrayList<>();
    for (int i = 0; i < work.jobs(); i++) {
      String share = "mod(l.oid::int8, %d) = %d".formatted(work.jobs(), i);
      tasks.add(session -> read(session, share));
    }
    return tasks;
  }

  private void read(PostgresSession session, String share) {
    String last = "0";
    while (last != null) {
      work.proceed();
      String page = "%s and l.oid > '%s'::oid".formatted(share, last);
      last =
          session
              .first(
                  "reading large objects",
                  """
                  select count(*), coalesce(sum(p.content), 0)::text, coalesce(sum(p.access), 0)::text,
                    max(p.loid)::text
                  from (%s order by l.oid limit %d) p
                  """
                      .formatted(each(owners, form, page), PAGE),
                  row -> {
                    content.add(row.getLong(1), row.getString(2));
                    access.add(row.getLong(1), row.getString(3));
                    return row.getString(4);
                  })
              .orElse(null);
    }
  }

  /** A query that gives number, hash of the contents and hash of the rest for each. */
  static String each(Owners owners, RowHash form, String condition) {
    String piece = form.of("row(l.oid, s.n, g.d)");
    String rest =
        form.of(
            "row(l.oid, %s, %s, %s)".formatted(owners.name("l.lomowner"), acl(owners), comment()));
    return """
        select l.oid::int8 as loid, (
          with recursive s (n, size, hash) as (
            select -1, %1$d, 0::numeric
            union all
            select s.n + 1, r.size, r.hash from s, lateral (
              select octet_length(g.d) as size, %2$s::numeric as hash
              from (select lo_get(l.oid, (s.n + 1)::int8 * %1$d, %1$d) as d offset 0) g) r
            where s.size = %1$d)
          select sum(s.hash) from s) as content, %3$s::numeric as access
        from pg_largeobject_metadata l where %4$s
        """
        .formatted(PIECE, piece, rest, condition);
  }

  private static String acl(Owners owners) {
    return "coalesce(%s, '')".formatted(owners.grants("l.lomacl", "L", "l.lomowner"));
  }

  private static String comment() {
    return "coalesce(obj_description(l.oid, 'pg_largeobject'), '')";
  }

  /** What came out; nothing where there are none. */
  List<Item> items() {
    if (content.count() == 0) {
      return List.of();
    }
    return List.of(
        new Item(CONTENT, ALL, content.count(), form.checksum(content.sum()), ""),
        new Item(ACCESS, ALL, access.count(), form.checksum(access.sum()), "their owners"));
  }
}
