package com.harena.allinone.move.postgres;

import com.harena.allinone.move.store.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of {@code pg_restore} that wait for each other's locks. */
final class PostgresDeadlockIT {
  /** An index whose making ends in a deadlock while a second job is connected. */
  private static final String INDEX =
      """
      create function alone(n int) returns int immutable language plpgsql as $$
      begin
        if current_setting('test.crowd', true) = 'refused'
            and (select count(*) from pg_stat_activity where datname = current_database()) > 2 then
          raise exception 'deadlock detected' using errcode = '40P01';
        end if;
        return n;
      end $$;
      create table numbers (n int primary key);
      insert into numbers select generate_series(1, 100);
      create index numbers_alone on numbers (alone(n));
      """;

  @TempDir Path folder;

  @Test
  void oneJobRestoresWhatTwoKeptFromEachOther() throws IOException {
    try (ServerPair servers = ServerPair.start(folder)) {
      String source = servers.oldDatabase("");
      servers.execute(source, INDEX);
      String target = servers.freshDatabase("");
      servers.alterFresh("alter database %s set test.crowd = refused".formatted(target));
      OneMove move =
          new OneMove(
              servers.store(source, target), Files.createDirectory(folder.resolve("backup")));
      Inventory contents = move.backUp();
      move.restore(contents);
      servers.alterFresh("alter database %s reset test.crowd".formatted(target));
      move.restoresToEqual(contents);
    }
  }
}
