package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.postgres.PostgresStore;
import com.harena.allinone.move.postgres.RdsLike;
import com.harena.allinone.move.postgres.TestWork;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.Checkout;
import com.harena.allinone.rehearsal.server.PostgresServer;
import com.harena.allinone.testing.OptionalPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A move with the client programs in a container of the real engine. The image is made here, of the
 * programs that the tests have anyway and the libraries that these load.
 */
final class DockerClientsIT {
  private static final String IMAGE = "allinone-test-clients:18";

  private static final String MAKE =
      """
      set -eu
      mkdir -p "$1/bin" && cp "$2/pg_dump" "$2/pg_restore" "$1/bin"
      ldd "$1/bin/pg_dump" "$2/pg_dump" "$2/pg_restore" | grep -o '/[^ ]*' | grep -v ':$' |
        sort -u | while read -r library; do
          mkdir -p "$1$(dirname "$library")" && cp -L "$library" "$1$library"
          cp -L "$library" "$1/lib64" 2>/dev/null || true
        done
      tar -C "$1" -c . | docker import --change 'ENV PATH=/bin LD_LIBRARY_PATH=/lib64' - "$3"
      """;

  @TempDir private Path folder;

  private void makeImage() throws IOException {
    Path root = Files.createDirectories(folder.resolve("image/lib64")).getParent();
    String programs = Checkout.servers().postgresClients(18).toString();
    assertThat(Commands.output(List.of("sh", "-c", MAKE, "make", root.toString(), programs, IMAGE)))
        .isPresent();
  }

  @Test
  void dumpAndRestoreThroughAContainer() throws IOException {
    boolean runs = Commands.output(List.of("docker", "version")).isPresent();
    OptionalPart.need("docker", runs, "no engine answers");
    makeImage();
    try (PostgresServer server =
        PostgresServer.start(
            Checkout.servers(), 18, folder.resolve("server"), PostgresServer.QUICK)) {
      server.execute("postgres", "create database old");
      server.execute("postgres", "create database new");
      server.execute(
          "old",
          "create table t (id int primary key); insert into t values (1); create index on t (id)");
      PostgresStore store =
          new PostgresStore(
              RdsLike.target(server, "old"),
              RdsLike.target(server, "new"),
              RdsLike.SECRETS,
              new PostgresClients(List.of(new DockerClients(IMAGE))));
      Path backup = Files.createDirectory(folder.resolve("a, b:c"));
      TestWork work = new TestWork("dockerdocker");
      Inventory contents = store.source().backUp(backup, work);
      assertThat(Files.getOwner(backup.resolve("dump/toc.dat"))).isEqualTo(Files.getOwner(backup));
      store.sink().restore(backup, contents, work);
      assertThat(store.verifier().inventory(Side.TARGET, contents, work).items())
          .isEqualTo(contents.items())
          .isNotEmpty();
      assertThat(contents.facts().get("pg_dump")).startsWith("18.");
    } finally {
      assertThat(Commands.output(List.of("docker", "image", "rm", IMAGE))).isPresent();
    }
  }
}
