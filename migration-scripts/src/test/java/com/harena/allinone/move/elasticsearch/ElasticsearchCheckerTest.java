package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.move.store.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fault of a pair of clusters is found at once, and nothing is written. */
final class ElasticsearchCheckerTest {
  private static final String LIST =
      """
      [{"index":"open","status":"open","health":"green","docs.count":"5","pri.store.size":"900","pri":"1","rep":"0"},
       {"index":"shut","status":"close","health":"","pri":"1","rep":"0"},
       {"index":"hurt","status":"open","health":"red","pri":"1","rep":"0"},
       {"index":".kibana_1","status":"open","health":"green","pri":"1","rep":"0"}]
      """;

  private final TestWork work = new TestWork();

  @Test
  void refusesANewerMajorVersionAndNamesBoth() {
    try (FakeCluster source = new FakeCluster("8.19.0");
        FakeCluster target = new FakeCluster("7.17.29")) {
      assertThat(errors(source, target))
          .containsExactly(
              "the source is Elasticsearch 8.19.0 and the target 7.17.29, which is older; install 8 or newer on the target");
    }
  }

  @Test
  void warnsOfAnOlderMinorVersion() {
    assertThat(ElasticsearchChecker.direction(new Version(8, 19, 0), new Version(8, 10, 1)).level())
        .isEqualTo(Finding.Level.WARNING);
    assertThat(ElasticsearchChecker.direction(new Version(7, 9, 0), new Version(8, 1, 1)).level())
        .isEqualTo(Finding.Level.OK);
  }

  @Test
  void namesClosedAndRedIndicesAndThoseWithoutSource() {
    try (FakeCluster source = new FakeCluster("8.19.0");
        FakeCluster target = new FakeCluster("8.19.0")) {
      source.on("GET /_cat/indices", 200, LIST);
      source.on("GET /open", 200, "{\"open\":{\"mappings\":{\"_source\":{\"enabled\":false}}}}");
      source.on("GET /shut", 200, "{\"shut\":{\"mappings\":{\"_source\":{\"excludes\":[\"a\"]}}}}");
      source.on(
          "GET /hurt",
          200,
          "{\"hurt\":{\"settings\":{\"index.mapping.source.mode\":\"synthetic\",\"index.blocks.read\":\"true\"}}}");
      assertThat(check(source, target))
          .filteredOn(finding -> finding.level() != Finding.Level.OK)
          .extracting(Finding::code)
          .containsExactly(
              "elasticsearch.source.red",
              "elasticsearch.source.closed",
              "elasticsearch.source.synthetic-source",
              "elasticsearch.source.read-block",
              "elasticsearch.source.no-source",
              "elasticsearch.source.partial-source",
              "elasticsearch.source.system");
      assertWritesNothing(source);
      assertWritesNothing(target);
    }
  }

  @Test
  void asksTheTargetWhetherItTakesMappingsAndSettings() {
    String refusal =
        "{\"error\":{\"type\":\"illegal_argument_exception\",\"reason\":\"template after composition is invalid\",\"caused_by\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"The mapper type [wildcard] declared on field [a] does not exist\"}},\"status\":400}";
    try (FakeCluster source =
            new FakeCluster("8.19.0")
                .index("i", "{\"mappings\":{\"properties\":{\"a\":{\"type\":\"wildcard\"}}}}");
        FakeCluster target =
            new FakeCluster("8.19.0").on("POST /_index_template/_simulate", 400, refusal)) {
      assertThat(errors(source, target))
          .singleElement()
          .asString()
          .startsWith("the target would refuse index i: The mapper type [wildcard]");
    }
  }

  @Test
  void namesProcessorsStreamsPoliciesAndLanguagesThatTheTargetLacks() {
    try (FakeCluster source = new FakeCluster("8.19.0", "data-streams", "x-pack-ilm");
        FakeCluster target = new FakeCluster("8.19.0")) {
      source.on(
          "GET /_data_stream",
          200,
          "{\"data_streams\":[{\"name\":\"logs-app\",\"indices\":[{\"index_name\":\".ds-logs-app-1\"}]}]}");
      source.on("GET /_ilm/policy", 200, "{\"mine\":{\"policy\":{\"phases\":{}}}}");
      source.on(
          "GET /_cluster/state/metadata",
          200,
          "{\"metadata\":{\"stored_scripts\":{\"s\":{\"lang\":\"painless\",\"source\":\"1\"}}}}");
      source.on(
          "GET /_ingest/pipeline",
          200,
          "{\"p\":{\"processors\":[{\"set\":{\"field\":\"a\",\"on_failure\":[{\"grok\":{}}]}},{\"foreach\":{\"processor\":{\"geoip\":{}}}}]}}");
      assertThat(errors(source, target))
          .anyMatch(
              said ->
                  said.contains(
                      "pipeline p needs processors that the target lacks: foreach, geoip, grok"))
          .anyMatch(said -> said.contains("data streams, the target lacks them"))
          .anyMatch(said -> said.contains("lifecycle policies, the target lacks them"))
          .anyMatch(said -> said.contains("stored scripts are in painless, which the target lacks"))
          .hasSize(4);
    }
  }

  @Test
  void comparesSizesWithTheDiskWatermarkAndShardsWithTheirLimit() {
    try (FakeCluster source = new FakeCluster("8.19.0");
        FakeCluster target = new FakeCluster("8.19.0")) {
      source.on(
          "GET /_cat/indices",
          200,
          "[{\"index\":\"i\",\"status\":\"open\",\"health\":\"green\",\"pri.store.size\":\"350700\",\"pri\":\"30\",\"rep\":\"1\"}]");
      source.on("GET /i", 200, "{\"i\":{}}");
      target.on(
          "GET /_cluster/settings",
          200,
          "{\"persistent\":{\"cluster.routing.allocation.disk.watermark.low\":\"85%\",\"cluster.max_shards_per_node\":\"50\"},\"transient\":{},\"defaults\":{}}");
      assertThat(errors(source, target))
          .anyMatch(
              said ->
                  said.contains("take 342.5 KiB, the target has room for 341.8 KiB below")
                      && said.endsWith("give it 700 B more"))
          .anyMatch(
              said ->
                  said.contains("with 1 more index the target would have 60 shards, it allows 50"));
    }
  }

  @Test
  void namesATargetThatIsNotEmptyOrReadOnly() {
    try (FakeCluster source = new FakeCluster("8.19.0");
        FakeCluster target = new FakeCluster("8.19.0").index("theirs", "{}")) {
      target.on(
          "GET /_cluster/settings",
          200,
          "{\"persistent\":{\"cluster.blocks.read_only\":\"true\"},\"transient\":{},\"defaults\":{}}");
      assertThat(errors(source, target))
          .anyMatch(said -> said.contains("read-only (cluster.blocks.read_only)"))
          .anyMatch(said -> said.contains("the target is not empty: index theirs"));
    }
  }

  @Test
  void tellsAmountsInUnitsAndSingularOrPlural() {
    try (FakeCluster source = new FakeCluster("8.19.0").index("i", "{}");
        FakeCluster target = new FakeCluster("8.19.0")) {
      source.on("GET /*,-.*/_count", 200, "{\"count\":1}");
      assertThat(check(source, target))
          .extracting(Finding::message)
          .contains("1 index, about 1 document, 1000 B")
          .anyMatch(said -> said.endsWith("answers, version 8.19.0, 1 node"))
          .anyMatch(said -> said.contains("take 1000 B, the target has room for 341.8 KiB below"));
      source.on("GET /_cat/indices", 200, LIST.replace("red", "green").replace("close", "open"));
      source.on("GET /*,-.*/_count", 200, "{\"count\":1234567}");
      for (String index : List.of("open", "shut", "hurt")) {
        source.on("GET /" + index, 200, "{}");
      }
      assertThat(check(source, target))
          .extracting(Finding::message)
          .anyMatch(
              said -> said.startsWith("1 index of the system itself stays behind, as each name"));
    }
  }

  @Test
  void saysWithinSecondsWhatCannotBeReachedWhyAndHowToMendIt() {
    ElasticsearchEndpoint closed = Endpoints.plain(new Address("127.0.0.1", 1));
    ElasticsearchEndpoint nowhere = Endpoints.plain(new Address("old.invalid", 9200));
    long began = System.nanoTime();
    List<String> said =
        new ElasticsearchStore(closed, nowhere, Endpoints.NO_SECRETS)
            .checker().check(work).stream().map(Finding::message).toList();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .contains("127.0.0.1:1 (source): no answer to GET", "the connection is refused")
        .contains("correct its address in the plan")
        .doesNotContain("Exception");
    assertThat(said.get(1))
        .contains("old.invalid:9200 (target)", "the name of its host is not known")
        .doesNotContain("Exception");
  }

  @Test
  void aServerThatIsNotThereIsAFindingAndTheOtherIsStillChecked() {
    try (FakeCluster target = new FakeCluster("8.19.0")) {
      List<Finding> findings =
          Endpoints.store(Endpoints.plain(new Address("127.0.0.1", 1)), target.endpoint())
              .checker()
              .check(work);
      assertThat(findings)
          .anyMatch(
              found ->
                  found.level() == Finding.Level.ERROR
                      && found.message().contains("Elasticsearch 127.0.0.1:1 (source): no answer"))
          .anyMatch(found -> found.message().equals("the target is empty"));
    }
  }

  private List<Finding> check(FakeCluster source, FakeCluster target) {
    return Endpoints.store(source.endpoint(), target.endpoint()).checker().check(work);
  }

  private List<String> errors(FakeCluster source, FakeCluster target) {
    return check(source, target).stream()
        .filter(finding -> finding.level() == Finding.Level.ERROR)
        .map(Finding::message)
        .toList();
  }

  private static void assertWritesNothing(FakeCluster cluster) {
    assertThat(cluster.requests())
        .allMatch(
            request ->
                request.startsWith("GET ")
                    || request.startsWith("POST /_index_template/_simulate"));
  }
}
