package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of 120,000 documents between two real clusters. */
final class ElasticsearchMoveIT {
  @TempDir static Path folder;

  private static ElasticsearchStore store;
  private static Inventory backup;
  private static Inventory atSource;

  private final TestWork work = new TestWork();

  @BeforeAll
  static void backUp() throws Exception {
    TwoClusters.empty(TwoClusters.SOURCE);
    SampleIndices.fill(TwoClusters.SOURCE);
    store = TwoClusters.store();
    backup = store.source().backUp(folder, new TestWork());
    atSource = store.verifier().inventory(Side.SOURCE, new TestWork());
  }

  @BeforeEach
  void emptyTarget() {
    TwoClusters.empty(TwoClusters.TARGET);
  }

  @Test
  void defect1everyDocumentPastTheWindowOfTenThousandHitsArrives() throws Exception {
    store.sink().restore(folder, backup, work);
    assertThat(count("/transactions")).isEqualTo(SampleIndices.TRANSACTIONS);
    assertThat(count("/conversations")).isEqualTo(SampleIndices.CONVERSATIONS);
    assertThat(count("/audit-%C3%A9t%C3%A9")).isEqualTo(SampleIndices.AUDIT);
  }

  @Test
  void arrivesEqualInEveryItem() throws Exception {
    assertThat(backup.items()).containsExactlyElementsOf(atSource.items());
    store.sink().restore(folder, backup, work);
    Inventory atTarget = store.verifier().inventory(Side.TARGET, work);
    assertThat(atTarget.items()).containsExactlyElementsOf(atSource.items());
    assertThat(store.sink().occupancy(work).state()).isEqualTo(Occupancy.State.OURS);
    store.sink().finish(work);
    assertThat(store.verifier().inventory(Side.TARGET, work).items()).isEqualTo(atTarget.items());
    JsonNode aliases =
        TwoClusters.ok(TwoClusters.TARGET, "GET", "/_alias?expand_wildcards=all", "");
    assertThat(aliases.toString()).doesNotContain(TestWork.MOVE).doesNotContain("sneaky");
  }

  @Test
  void defect2restoresFromItsOwnPathWhereverThatIsAndIgnoresNoError(@TempDir Path elsewhere)
      throws Exception {
    Path moved = elsewhere.resolve("renamed");
    copy(folder, moved);
    store.sink().restore(moved, backup, work);
    assertThat(store.verifier().inventory(Side.TARGET, work).items()).isEqualTo(atSource.items());
    TwoClusters.empty(TwoClusters.TARGET);
    Path file = moved.resolve("indices").resolve(BackupFolder.name("transactions"));
    Files.delete(file.resolve("documents-0.ndjson.gz"));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> store.sink().restore(moved, backup, new TestWork()))
        .hasMessageContaining("documents-0.ndjson.gz is missing");
  }

  @Test
  void defect3mappingsAndSettingsAreThoseOfTheSourceBeforeTheFirstDocument() throws Exception {
    store.sink().restore(folder, backup, work);
    JsonNode index =
        TwoClusters.ok(TwoClusters.TARGET, "GET", "/transactions?flat_settings=true", "")
            .path("transactions");
    assertThat(index.at("/mappings/properties/lines/type").asText()).isEqualTo("nested");
    assertThat(index.at("/mappings/properties/note/analyzer").asText()).isEqualTo("names");
    assertThat(index.path("settings").path("index.refresh_interval").asText()).isEqualTo("17s");
    assertThat(index.path("settings").path("index.default_pipeline").asText()).isEqualTo("user");
    JsonNode found =
        TwoClusters.ok(TwoClusters.TARGET, "GET", "/transactions/_doc/t7", "").path("_source");
    assertThat(found.has("u")).as("the pipeline must not run again").isFalse();
  }

  @Test
  void findsEveryPlantedDifferenceAndInventsNone() throws Exception {
    store.sink().restore(folder, backup, work);
    plant();
    Inventory atTarget = store.verifier().inventory(Side.TARGET, work);
    Map<String, List<String>> differences = differences(atSource, atTarget);
    assertThat(differences)
        .containsOnly(
            Map.entry(
                "index transactions", List.of("new UNEXPECTED", "t4242 CHANGED", "t79999 MISSING")),
            Map.entry("index conversations", List.of("c 3/ü\"3 (routing room-3) CHANGED")),
            Map.entry("alias all-data of conversations", List.of("lost")),
            Map.entry("index mappings conversations", List.of("/properties/more/type UNEXPECTED")),
            Map.entry("index settings transactions", List.of("/index.refresh_interval CHANGED")),
            Map.entry("ingest pipeline user", List.of("/description CHANGED")));
    Item planted =
        atTarget.items().stream()
            .filter(item -> item.name().equals("transactions"))
            .findFirst()
            .orElseThrow();
    Item kept =
        backup.items().stream()
            .filter(item -> item.name().equals("transactions"))
            .findFirst()
            .orElseThrow();
    assertThat(store.verifier().locate(folder, kept, planted, work).orElseThrow()).hasSize(3);
  }

  private static void plant() {
    JsonNode whole = TwoClusters.ok(TwoClusters.TARGET, "GET", "/transactions/_source/t4242", "");
    change(
        "PUT",
        "/transactions/_doc/t4242?pipeline=_none&version=1&version_type=external_gte",
        ((ObjectNode) whole).put("currency", "USD").toString());
    change("DELETE", "/transactions/_doc/t79999", "");
    change("PUT", "/transactions/_doc/new?pipeline=_none", "{\"currency\":\"EUR\"}");
    change(
        "PUT",
        "/conversations/_doc/c%203%2F%C3%BC%223?routing=room-3&version=8&version_type=external_gte",
        "{\"text\" : \"hello, \\t { [ world 4\" , \"tags\" : [ \"x\" , \"y0\" ], \"room\":3, \"big\": 1e3, \"nil\":null}");
    change("DELETE", "/conversations/_alias/all-data", "");
    change("PUT", "/conversations/_mapping", "{\"properties\":{\"more\":{\"type\":\"long\"}}}");
    change("PUT", "/transactions/_settings", "{\"index.refresh_interval\":\"18s\"}");
    change(
        "PUT",
        "/_ingest/pipeline/user",
        "{\"description\":\"other\",\"processors\":[{\"set_security_user\":{\"field\":\"u\"}}]}");
  }

  private static void change(String method, String path, String body) {
    TwoClusters.ok(TwoClusters.TARGET, method, path, body);
  }

  private Map<String, List<String>> differences(Inventory source, Inventory target) {
    Map<String, Item> left = new TreeMap<>();
    target.items().forEach(item -> left.put(item.kind() + " " + item.name(), item));
    Map<String, List<String>> differences = new TreeMap<>();
    for (Item item : source.items()) {
      String name = item.kind() + " " + item.name();
      Item other = left.remove(name);
      if (other == null) {
        differences.put(name, List.of("lost"));
      } else if (!other.equals(item)) {
        List<String> keys = new ArrayList<>();
        for (KeyDifference key : store.verifier().locate(item, other, work)) {
          keys.add(key.key() + " " + key.kind());
        }
        differences.put(name, keys);
      }
    }
    left.keySet().forEach(name -> differences.put(name, List.of("unexpected")));
    return differences;
  }

  @Test
  void callsAValueEqualThatIsOnlyWrittenInAnotherWay() throws Exception {
    store.sink().restore(folder, backup, work);
    change(
        "PUT",
        "/audit-%C3%A9t%C3%A9/_doc/extra?version=3&version_type=external",
        "{\"a\":\"\\u00e9\",\"n\":1.50}");
    TwoClusters.ok(
        TwoClusters.SOURCE,
        "PUT",
        "/audit-%C3%A9t%C3%A9/_doc/extra?version=3&version_type=external",
        "{ \"a\":\"é\",\"n\":1.5}");
    Item source = item(store.verifier().inventory(Side.SOURCE, work));
    Item target = item(store.verifier().inventory(Side.TARGET, work));
    List<KeyDifference> differences = store.verifier().locate(source, target, work);
    TwoClusters.ok(
        TwoClusters.SOURCE, "DELETE", "/audit-%C3%A9t%C3%A9/_doc/extra?refresh=true", "");
    assertThat(source.checksum()).isNotEqualTo(target.checksum());
    assertThat(differences).isEmpty();
  }

  private static Item item(Inventory inventory) {
    return inventory.items().stream()
        .filter(item -> item.kind().equals(Items.INDEX) && item.name().startsWith("audit"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCheckOfAGoodPairFindsNothingWrong() {
    assertThat(store.checker().check(work))
        .extracting(Finding::level)
        .containsOnly(Finding.Level.OK);
  }

  private static long count(String index) {
    return TwoClusters.ok(TwoClusters.TARGET, "GET", index + "/_count", "").path("count").asLong();
  }

  private static void copy(Path from, Path to) throws Exception {
    try (var all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Files.createDirectories(to.resolve(from.relativize(path)).getParent());
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }
}
