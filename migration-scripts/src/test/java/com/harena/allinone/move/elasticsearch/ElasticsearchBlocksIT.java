package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.rehearsal.server.ElasticsearchServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that says that it is not blocked, and one that is read-only, on the whole way. */
final class ElasticsearchBlocksIT {
  @TempDir Path folder;

  private final ElasticsearchStore store = TwoClusters.store();
  private final TestWork work = new TestWork();

  @BeforeEach
  void fill() {
    leaveEmpty();
    index("explicit", "{\"index.blocks.write\":false}");
    index("kept", "{\"index.blocks.read_only\":true,\"index.refresh_interval\":\"7s\"}");
  }

  private static void index(String name, String settings) {
    ok(TwoClusters.SOURCE, "PUT", "/" + name, "{\"aliases\":{\"of-%s\":{}}}".formatted(name));
    ok(TwoClusters.SOURCE, "PUT", "/" + name + "/_doc/1?refresh=true", "{\"n\":1}");
    ok(TwoClusters.SOURCE, "PUT", "/" + name + "/_settings", settings);
  }

  @AfterAll
  static void leaveEmpty() {
    TwoClusters.empty(TwoClusters.SOURCE);
    TwoClusters.empty(TwoClusters.TARGET);
  }

  @Test
  void theFreezeTellsThemApartAndLeavesThemAsTheyWere() {
    List<Item> before = items(Side.SOURCE);
    store.source().freeze(work);
    assertThat(items(Side.SOURCE)).as("a frozen source looks the same").isEqualTo(before);
    assertThat(write(TwoClusters.SOURCE, "explicit")).contains("cluster_block_exception");
    assertThat(write(TwoClusters.SOURCE, "kept")).contains("cluster_block_exception");
    store.source().unfreeze(work);
    assertThat(items(Side.SOURCE)).isEqualTo(before);
    assertThat(write(TwoClusters.SOURCE, "explicit")).contains("\"updated\"");
    assertThat(write(TwoClusters.SOURCE, "kept")).contains("cluster_block_exception");
    assertThat(setting(TwoClusters.SOURCE, "kept", "index.blocks.write")).isEmpty();
  }

  @Test
  void theyArriveAreClearedForAnotherMigrateAndArriveAgainAndFinish() throws IOException {
    store.source().freeze(work);
    Inventory backup = store.source().backUp(folder, work);
    store.source().unfreeze(work);
    for (int migrate = 0; migrate < 2; migrate++) {
      store.sink().restore(folder, backup, work);
      assertArrived();
      if (migrate == 0) {
        store.sink().clear(work);
        assertThat(store.sink().occupancy(work).state()).isEqualTo(Occupancy.State.EMPTY);
      }
    }
    store.sink().finish(work);
    assertArrived();
    assertThat(ok(TwoClusters.TARGET, "GET", "/_alias", "").toString())
        .doesNotContain(TestWork.MOVE);
    store.sink().finish(work);
  }

  private void assertArrived() {
    assertThat(items(Side.TARGET)).isEqualTo(items(Side.SOURCE));
    assertThat(setting(TwoClusters.TARGET, "kept", "index.blocks.read_only")).isEqualTo("true");
    assertThat(setting(TwoClusters.TARGET, "kept", "index.refresh_interval")).isEqualTo("7s");
    assertThat(setting(TwoClusters.TARGET, "kept", "index.blocks.write")).isEmpty();
    assertThat(write(TwoClusters.TARGET, "kept")).contains("cluster_block_exception");
    assertThat(setting(TwoClusters.TARGET, "explicit", "index.blocks.write")).isNotEqualTo("true");
    assertThat(write(TwoClusters.TARGET, "explicit")).contains("\"updated\"");
  }

  private List<Item> items(Side side) {
    return store.verifier().inventory(side, work).items();
  }

  /** Writes what is there already, and looks whether it may. */
  private static String write(ElasticsearchServer server, String index) {
    String path = "/" + index + "/_doc/1?refresh=true&version=1&version_type=external_gte";
    return TwoClusters.send(server, "PUT", path, "{\"n\":1}").toString();
  }

  private static String setting(ElasticsearchServer server, String index, String name) {
    return ok(server, "GET", "/" + index + "/_settings?flat_settings=true", "")
        .path(index)
        .path("settings")
        .path(name)
        .asText();
  }

  private static JsonNode ok(ElasticsearchServer server, String method, String path, String body) {
    return TwoClusters.ok(server, method, path, body);
  }
}
