package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.wiring.ServerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup's own faults and the way back, with the servers that an instance has. */
class BackupAndRestoreIT {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path shared;
  private static OwnStores stores;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private BackupShelf shelf;

  @BeforeAll
  static void serve() throws IOException, SQLException {
    stores = OwnStores.start(shared.resolve("machine"));
    stores.fill();
  }

  @AfterAll
  static void stop() {
    stores.close();
  }

  @BeforeEach
  void standBeforeTheShelf() {
    shelf = new BackupShelf(folder.resolve("backups"));
  }

  @Test
  void bringsAWipedMachineBackProvenByChecksums() throws IOException, SQLException {
    String id = dump(stores.settings());
    assertThat(id).isEqualTo("20261128_210000");
    assertThat(BackupProof.prove(shelf.path(id), bytes -> {}).stores()).hasSize(3);
    assertThat(hidden()).containsExactly(".lock");

    try (OwnStores wiped = OwnStores.start(folder.resolve("wiped"))) {
      load(wiped, id);

      assertThat(said).last().isEqualTo(shelf.path(id) + " is restored, and equal to its manifest");
      assertThat(wiped.rows()).isEqualTo(stores.rows()).startsWith("5000 ");
      assertThat(wiped.redis("GET", "session:1")).isEqualTo("open");
      assertThat(wiped.search("GET", "/transactions/_doc/1", "")).contains("12.5");
      assertThat(hidden()).containsExactly(".lock");

      assertThatThrownBy(() -> load(wiped, id))
          .isInstanceOfSatisfying(
              BackupFailed.class,
              failure -> assertThat(failure.fault()).isEqualTo(BackupFault.NOT_EMPTY));
    }
  }

  @Test
  void aDamagedBackupIsNotRestored() throws IOException {
    String id = dump(stores.settings());
    Path part = firstFile(shelf.path(id).resolve("postgres"));
    byte[] content = Files.readAllBytes(part);
    content[content.length / 2] ^= 1;
    Files.write(part, content);

    assertThatThrownBy(() -> load(stores, id))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DAMAGED))
        .hasMessageContaining(part.getFileName().toString());
  }

  @Test
  void aDatabaseThatIsDownLeavesNoBackupThatLooksWhole() throws IOException {
    Map<String, String> variables = stores.variables();
    variables.put("DATABASE_PORT", "1");
    ServerSettings down = new StoreServers(new ContainerSettings(variables::get)).settings();

    assertThatThrownBy(() -> dump(down))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.STORE_FAILED))
        .hasMessageContaining("127.0.0.1:1");
    assertThat(shelf.ids()).isEmpty();
    assertThat(hidden()).containsExactly(".lock");
  }

  @Test
  void aDiskThatRunsFullInTheMidstLeavesNoBackupThatLooksWhole() throws IOException {
    Files.createDirectories(shelf.folder());
    String failed = mount("mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", shelf.folder() + "");
    OptionalPart.need("tmpfs", failed.isEmpty(), "it cannot be mounted: " + failed);
    try {
      assertThatThrownBy(() -> dump(stores.settings()))
          .isInstanceOfSatisfying(
              BackupFailed.class,
              failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DISK_FULL))
          .hasMessageStartingWith("backup: " + shelf.folder() + " ran full: ")
          .hasMessageEndingWith("free space there, or raise disk.size in the blueprint");
      assertThat(shelf.ids()).isEmpty();
      assertThat(hidden()).containsExactly(".lock");
    } finally {
      mount("umount", shelf.folder().toString());
    }
  }

  @Test
  void aDiskWithoutRoomIsRefusedWithItsFigures() throws IOException {
    assertThatThrownBy(
            () ->
                new Dump(
                        stores.settings(),
                        shelf,
                        new DumpSettings("test", 7, 1L << 60),
                        NOW,
                        said::add)
                    .take(OwnStores.board(), new Interruption()))
        .hasMessageStartingWith("backup: " + shelf.folder() + " has ")
        .hasMessageContaining("free, 1048576.0 TiB needed");
  }

  @Test
  void twoNeverWorkAtOnce() throws IOException {
    BackupLock.under(
        shelf.folder(),
        () ->
            assertThatThrownBy(() -> dump(stores.settings()))
                .isInstanceOfSatisfying(
                    BackupFailed.class,
                    failure -> assertThat(failure.fault()).isEqualTo(BackupFault.BUSY)));
    assertThat(dump(stores.settings())).isNotEmpty();
  }

  private String dump(ServerSettings servers) throws IOException {
    return new Dump(servers, shelf, new DumpSettings("test", 7, 0), NOW, said::add)
        .take(OwnStores.board(), new Interruption());
  }

  private void load(OwnStores into, String id) throws IOException {
    new Load(into.settings(), shelf, "test", NOW, said::add)
        .load(id, OwnStores.board(), new Interruption());
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> all = Files.list(shelf.folder())) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }

  private static Path firstFile(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  private static String mount(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor() == 0 ? "" : said.strip() + " ";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
