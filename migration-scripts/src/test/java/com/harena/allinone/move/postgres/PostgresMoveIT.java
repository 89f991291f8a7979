package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole move of a database that lives like on RDS. */
final class PostgresMoveIT {
  @TempDir Path folder;
  @TempDir Path oldFolder;
  @TempDir Path freshFolder;

  @ParameterizedTest
  @CsvSource({"13, 15", "15, 18", "16, 18"})
  void arrivesAsItWas(int from, int to) throws IOException {
    try (PostgresServer old = RdsLike.start(Checkout.servers(), from, oldFolder);
        PostgresServer fresh =
            PostgresServer.start(Checkout.servers(), to, freshFolder, PostgresServer.QUICK)) {
      PostgresEndpoint source = RdsLike.fill(old, "appdb");
      fresh.execute("postgres", "create database harena");
      PostgresEndpoint target = RdsLike.target(fresh, "harena");
      PostgresStore store = new PostgresStore(source, target, RdsLike.SECRETS);
      Path backup = Files.createDirectory(folder.resolve("backup"));
      Inventory contents = store.source().backUp(backup, new TestWork("abcdefghijk1"));
      TestWork migrate = new TestWork("abcdefghijk1");
      assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.EMPTY);
      store.sink().restore(backup, contents, migrate);
      assertThat(store.sink().occupancy(migrate).state()).isEqualTo(Occupancy.State.OURS);
      store.sink().finish(migrate);
    }
  }
}
