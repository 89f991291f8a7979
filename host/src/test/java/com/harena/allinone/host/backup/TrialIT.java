package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.io.IOException;
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

/** The trials of a drill, with the servers that an instance has and those that it throws away. */
class TrialIT {
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-28T21:00:00Z"), ZoneOffset.UTC);

  @TempDir private static Path shared;
  private static OwnStores stores;
  private static OwnStores thrownAway;

  @TempDir private Path folder;
  private final List<String> said = new ArrayList<>();
  private BackupShelf shelf;
  private String id;

  @BeforeAll
  static void serve() throws IOException, SQLException {
    stores = OwnStores.start(shared.resolve("machine"));
    stores.fill();
    thrownAway = OwnStores.beside(stores, shared.resolve("thrown-away"));
  }

  @AfterAll
  static void stop() {
    thrownAway.redis.close();
    thrownAway.postgres.close();
    stores.close();
  }

  @BeforeEach
  void backUp() throws IOException {
    shelf = new BackupShelf(folder.resolve("backups"));
    id =
        new Dump(stores.settings(), shelf, new DumpSettings("test", 7, 0), NOW, said::add)
            .take(OwnStores.board(), new Interruption());
  }

  @Test
  void restoresAndProvesEachStoreAndLeavesWhatServesAlone() throws IOException, SQLException {
    String before = stores.search("GET", "/_all/_settings?filter_path=*.settings.index.uuid", "");

    trial(StoreName.POSTGRES);
    trial(StoreName.REDIS);
    trial(StoreName.ELASTICSEARCH);

    assertThat(thrownAway.rows()).isEqualTo(stores.rows());
    assertThat(thrownAway.redis("GET", "session:1")).isEqualTo("open");
    assertThat(said).last().asString().contains("could be restored, and are equal");
    assertThat(stores.search("GET", "/_all/_settings?filter_path=*.settings.index.uuid", ""))
        .isEqualTo(before);
    assertThat(shelf.folder().resolve(".drilling")).doesNotExist();
  }

  @Test
  void namesTheDumpThatWasCorrupted() throws IOException {
    Path dump;
    try (Stream<Path> all = Files.walk(shelf.path(id).resolve("postgres"))) {
      dump = all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
    Files.write(dump, new byte[(int) Files.size(dump)]);

    assertThatThrownBy(() -> trial(StoreName.POSTGRES))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DAMAGED))
        .hasMessageContaining("" + shelf.path(id).relativize(dump))
        .hasMessageContaining("another content than its SHA-256 says");
  }

  @Test
  void namesTheIndexThatDiffersFromTheManifestAndRemovesItsTrial() throws IOException {
    claimAnotherChecksum();

    assertThatThrownBy(() -> trial(StoreName.ELASTICSEARCH))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.DIFFERS))
        .hasMessageContaining("index transactions: 1 document restored");
    assertThat(stores.search("GET", "/_cat/indices", "")).doesNotContain("drill-");
  }

  @Test
  void neverTouchesAnIndexOfThatNameWhichIsNotItsOwn() throws IOException {
    stores.search("PUT", "/drill-transactions/_doc/7?refresh=true", "{\"mine\": true}");
    try {
      assertThatThrownBy(() -> trial(StoreName.ELASTICSEARCH))
          .isInstanceOf(BackupFailed.class)
          .hasMessageContaining("index drill-transactions is there already");
      assertThat(stores.search("GET", "/drill-transactions/_count", "")).contains("\"count\":1,");
    } finally {
      stores.search("DELETE", "/drill-transactions", "");
    }
  }

  /** A backup whose files are what the manifest names, and whose manifest promises other data. */
  private void claimAnotherChecksum() throws IOException {
    Path backup = shelf.path(id);
    Manifest honest = ManifestFile.read(backup);
    List<StoredInventory> stores =
        honest.stores().stream()
            .map(
                it ->
                    new StoredInventory(
                        it.store(),
                        it.endpoint(),
                        new Inventory(
                            it.inventory().version(),
                            it.inventory().facts(),
                            it.inventory().items().stream().map(TrialIT::other).toList())))
            .toList();
    Files.delete(backup.resolve(Manifest.NAME));
    ManifestFile.write(
        new Manifest(
            honest.tool(),
            honest.move(),
            honest.environment(),
            honest.side(),
            honest.began(),
            honest.finished(),
            stores,
            BackupFolder.at(backup).seal(bytes -> {})),
        backup);
  }

  private static Item other(Item item) {
    return item.kind().equals("index")
        ? new Item(item.kind(), item.name(), item.count(), "0", item.detail())
        : item;
  }

  private void trial(StoreName store) throws IOException {
    Map<String, String> variables = thrownAway.variables();
    new Trial(
            new StoreServers(new ContainerSettings(variables::get)), shelf, "test", NOW, said::add)
        .run(store, id, OwnStores.board(), new Interruption());
  }
}
