package com.harena.allinone.move.postgres;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tables whose copy takes as long as a test needs.
 *
 * <p>Where the database sets {@code test.copy} or {@code test.index}, each row of {@code slow}
 * takes so many seconds to copy or to index; where it sets {@code test.picky}, the index cannot be
 * built. {@code big} takes a moment to dump.
 */
final class SlowData {
  /** Tables that are finished while {@code slow} is not. */
  static final int OTHERS = 3;

  private static final String TABLES =
      """
      create function slowly(int, text) returns int language plpgsql immutable as $$ begin
        perform pg_sleep(coalesce(current_setting('test.' || $2, true), '0')::float);
        if $2 = 'index' and current_setting('test.picky', true) = 'on' then
          raise 'no such mood today'; end if;
        return $1; end $$;
      create table slow (id int primary key,
        doubled int generated always as (public.slowly(id, 'copy')) stored);
      insert into slow select n from generate_series(1, 200) n;
      create index slow_index on slow (public.slowly(id, 'index'));
      create table quick (id int primary key, t text);
      insert into quick values (1, 'soon there');
      create unlogged table unlogged (id int primary key);
      insert into unlogged values (1);
      create table big (id int primary key, t text);
      insert into big select n, md5(n::text) || md5((-n)::text) from generate_series(1, 200000) n
      """;

  private SlowData() {}

  /** A database with these tables on the old server. */
  static String create(ServerPair servers) {
    String database = servers.oldDatabase("");
    servers.old().execute(database, "grant all on schema public to harena");
    servers.execute(database, TABLES);
    return database;
  }

  /** A copy of it in which {@code big} is empty. */
  static String createSmall(ServerPair servers, String database) {
    String small = servers.oldDatabase("template " + database);
    servers.execute(small, "truncate big");
    return small;
  }

  /** Runs it once so many tables are finished. */
  static void after(int tables, TestWork work, Runnable action) {
    AtomicInteger finished = new AtomicInteger();
    work.onAdvance(
        () -> {
          if (finished.incrementAndGet() == tables) {
            action.run();
          }
        });
  }
}
