package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Interruptions, stopped servers, a target that is not empty, and the freeze, on real clusters. */
final class ElasticsearchFaultsIT {
  private static final int EACH = 9_000;

  @TempDir Path folder;

  private final ElasticsearchStore store = TwoClusters.store();
  private final TestWork work = new TestWork();

  @BeforeAll
  static void fill() {
    TwoClusters.empty(TwoClusters.SOURCE);
    for (String index : new String[] {"a-first", "b-second", "c-third"}) {
      TwoClusters.ok(
          TwoClusters.SOURCE,
          "PUT",
          "/" + index,
          "{\"settings\":{\"number_of_shards\":1,\"number_of_replicas\":0}}");
      SampleIndices.bulk(
          TwoClusters.SOURCE,
          index,
          EACH,
          i ->
              "{\"index\":{\"_id\":\"%d\"}}\n{\"n\":%d,\"text\":\"%s\"}\n"
                  .formatted(i, i, "x".repeat(i % 900)));
    }
    TwoClusters.ok(TwoClusters.SOURCE, "POST", "/_refresh", "");
  }

  @AfterAll
  static void leaveEmpty() {
    TwoClusters.empty(TwoClusters.SOURCE);
    TwoClusters.empty(TwoClusters.TARGET);
  }

  @BeforeEach
  void emptyTarget() {
    TwoClusters.empty(TwoClusters.TARGET);
  }

  @Test
  void takesUpABackupThatEndedWithinAnIndex() throws Exception {
    work.interruptAt(EACH + EACH / 2);
    assertThatThrownBy(() -> store.source().backUp(folder, work))
        .isInstanceOf(MoveInterrupted.class);
    Path finished = folder.resolve("indices").resolve(BackupFolder.name("a-first"));
    FileTime written = Files.getLastModifiedTime(finished.resolve("documents-0.ndjson.gz"));
    Path leftover = Files.writeString(folder.resolve("indices").resolve("leftover"), "x");
    work.interruptAt(Long.MAX_VALUE);
    Inventory backup = store.source().backUp(folder, work);
    assertThat(Files.getLastModifiedTime(finished.resolve("documents-0.ndjson.gz")))
        .as("an index that is finished is not written again")
        .isEqualTo(written);
    assertThat(leftover).doesNotExist();
    assertThat(backup.items()).isEqualTo(store.verifier().inventory(Side.SOURCE, work).items());
  }

  @Test
  void takesUpARestoreBetweenAndWithinIndices() throws Exception {
    Inventory backup = store.source().backUp(folder, work);
    for (long stop : new long[] {1, EACH + 1}) {
      work.interruptAt(stop);
      assertThatThrownBy(() -> store.sink().restore(folder, backup, work))
          .isInstanceOf(MoveInterrupted.class);
    }
    String uuid = uuid("a-first");
    assertThat(store.sink().occupancy(notInterrupted()).state()).isEqualTo(Occupancy.State.OURS);
    store.sink().restore(folder, backup, work);
    assertThat(uuid("a-first")).as("a finished index is kept").isEqualTo(uuid);
    assertEqual(backup);
  }

  private TestWork notInterrupted() {
    work.interruptAt(Long.MAX_VALUE);
    return work;
  }

  @Test
  void goesOnAfterTheTargetStoppedInMidLoad() throws Exception {
    Inventory backup = store.source().backUp(folder, work);
    work.at(EACH + 1, TwoClusters.TARGET::kill);
    try {
      assertThatThrownBy(() -> store.sink().restore(folder, backup, work))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining(TwoClusters.TARGET.address() + " (target): no answer to")
          .extracting(failure -> ((StoreFailure) failure).side())
          .isEqualTo(Side.TARGET);
    } finally {
      TwoClusters.TARGET.restart();
    }
    store.sink().restore(folder, backup, work);
    assertEqual(backup);
  }

  @Test
  void goesOnAfterTheSourceStoppedInMidBackup() throws Exception {
    work.at(EACH + EACH / 2, TwoClusters.SOURCE::stop);
    try {
      assertThatThrownBy(() -> store.source().backUp(folder, work))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining(TwoClusters.SOURCE.address() + " (source): no answer to")
          .extracting(failure -> ((StoreFailure) failure).side())
          .isEqualTo(Side.SOURCE);
    } finally {
      TwoClusters.SOURCE.restart();
    }
    assertThat(work.pieces()).containsKey("saved:a-first").doesNotContainKey("saved:c-third");
    Inventory backup = store.source().backUp(folder, work);
    store.sink().restore(folder, backup, work);
    assertThat(store.verifier().inventory(Side.SOURCE, work).items()).isEqualTo(backup.items());
    assertEqual(backup);
  }

  private void assertEqual(Inventory backup) {
    assertThat(store.verifier().inventory(Side.TARGET, work).items()).isEqualTo(backup.items());
  }

  private static String uuid(String index) {
    return TwoClusters.ok(
            TwoClusters.TARGET, "GET", "/" + index + "/_settings?flat_settings=true", "")
        .at("/" + index + "/settings/index.uuid")
        .asText();
  }

  @Test
  void refusesATargetThatIsNotEmptyAndClearsOnlyItsOwn() throws Exception {
    Inventory backup = store.source().backUp(folder, work);
    assertThat(store.sink().occupancy(work).state()).isEqualTo(Occupancy.State.EMPTY);
    TwoClusters.ok(TwoClusters.TARGET, "PUT", "/b-second/_doc/1?refresh=true", "{\"theirs\":1}");
    Occupancy occupancy = store.sink().occupancy(work);
    assertThat(occupancy.state()).isEqualTo(Occupancy.State.FOREIGN);
    assertThat(occupancy.found()).containsExactly("index b-second");
    assertThatThrownBy(() -> store.sink().restore(folder, backup, work))
        .hasMessageContaining("index b-second is there already, and not by this move");
    store.sink().clear(work);
    JsonNode left = TwoClusters.ok(TwoClusters.TARGET, "GET", "/_cat/indices?format=json", "");
    assertThat(left.findValuesAsText("index")).containsExactly("b-second");
  }

  @Test
  void keepsWritesOutWhileFrozenAndLooksTheSame() {
    TwoClusters.ok(
        TwoClusters.SOURCE, "PUT", "/c-third/_settings", "{\"index.blocks.write\":true}");
    Inventory before = store.verifier().inventory(Side.SOURCE, work);
    store.source().freeze(work);
    store.source().freeze(work);
    assertThat(write("/a-first/_doc/late")).contains("cluster_block_exception");
    assertThat(write("/brand-new/_doc/1")).contains("auto_create_index");
    assertThat(store.verifier().inventory(Side.SOURCE, work).items()).isEqualTo(before.items());
    store.source().unfreeze(work);
    store.source().unfreeze(work);
    assertThat(write("/c-third/_doc/late"))
        .as("blocked before")
        .contains("cluster_block_exception");
    TwoClusters.ok(
        TwoClusters.SOURCE, "PUT", "/c-third/_settings", "{\"index.blocks.write\":null}");
    assertThat(write("/a-first/_doc/0?version=1&version_type=external_gte")).contains("updated");
    assertThat(TwoClusters.ok(TwoClusters.SOURCE, "GET", "/_cluster/settings", "").toString())
        .isEqualTo("{\"persistent\":{},\"transient\":{}}");
  }

  private static String write(String path) {
    return TwoClusters.send(TwoClusters.SOURCE, "PUT", path, "{\"n\":0,\"text\":\"\"}").toString();
  }

  @Test
  void takesTheClustersOwnSnapshotAsWellWhereItHasARepository() throws Exception {
    TwoClusters.ok(
        TwoClusters.SOURCE,
        "PUT",
        "/_snapshot/local",
        "{\"type\":\"fs\",\"settings\":{\"location\":\"%s\"}}"
            .formatted(TwoClusters.REPOSITORIES.resolve("all")));
    Inventory backup = store.source().backUp(folder, work);
    String name = backup.facts().get("snapshot");
    JsonNode snapshot = TwoClusters.ok(TwoClusters.SOURCE, "GET", "/_snapshot/" + name, "");
    assertThat(snapshot.at("/snapshots/0/state").asText()).isEqualTo("SUCCESS");
    assertThat(snapshot.at("/snapshots/0/indices")).hasSize(3);
    assertThat(store.source().backUp(folder, work).facts())
        .as("one snapshot for one backup")
        .containsEntry("snapshot", name);
    TwoClusters.ok(TwoClusters.SOURCE, "DELETE", "/_snapshot/" + name, "");
    TwoClusters.ok(TwoClusters.SOURCE, "DELETE", "/_snapshot/local", "");
  }

  @Test
  void namesTheFileOfABackupThatWasDamaged() throws Exception {
    Inventory backup = store.source().backUp(folder, work);
    Path file;
    try (Stream<Path> files = Files.walk(folder)) {
      file = files.filter(path -> path.endsWith("documents-0.ndjson.gz")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> store.sink().restore(folder, backup, work))
        .hasMessageContaining(file + " is cut off or was changed");
  }
}
