package com.harena.allinone.move.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, here or at the target. */
final class PostgresDiskFaultsIT {
  @TempDir private static Path shared;
  @TempDir private Path folder;
  private static ServerPair servers;
  private static String source;

  @BeforeAll
  static void start() {
    servers = ServerPair.start(shared);
    source = SlowData.create(servers);
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  @Test
  void aFullDiskHere() throws IOException {
    try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), 2)) {
      OneMove move = new OneMove(servers.store(source, servers.freshDatabase("")), disk.folder());
      assertThatThrownBy(move::backUp)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("pg_dump cannot write the backup")
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("see that the disk has room");
      assertThat(OneMove.clients()).isEmpty();
      disk.grow(40);
      move.endsEqual();
    }
  }

  @Test
  void aFullDiskThere() throws IOException {
    Path place = Files.createDirectory(shared.resolve("new").resolve("small"));
    try (SmallDisk disk = SmallDisk.mount(place, 12)) {
      disk.giveTo(servers.fresh().data());
      servers.alterFresh("create tablespace small location '%s'".formatted(place));
      String target = servers.freshDatabase("tablespace small");
      OneMove move = new OneMove(servers.store(source, target), folder);
      assertThat(move.store().checker().check(move.backup()))
          .filteredOn(it -> it.code().equals("postgres.disk.target"))
          .singleElement()
          .satisfies(it -> assertThat(it.level()).isEqualTo(Finding.Level.ERROR))
          .satisfies(it -> assertThat(it.message()).contains("free disk space there"));
      Inventory contents = move.backUp();
      assertThat(OneMove.fails(Side.TARGET, () -> move.restore(contents)))
          .hasMessageContaining("No space left on device")
          .hasMessageContaining("free disk space on the server");
      disk.grow(100);
      move.restoresToEqual(contents);
      servers.alterFresh("drop database %s".formatted(target));
      servers.alterFresh("drop tablespace small");
    }
  }
}
