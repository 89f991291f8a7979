package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data streams and pipelines in the shapes that the API's documentation gives. */
final class DataStreamsTest {
  private static final String STREAMS =
      """
      {"data_streams":[
        {"name":"ilm-history-5","indices":[{"index_name":".ds-ilm-history-5-1"}]},
        {"name":".fleet","system":true,"indices":[]},
        {"name":"logs-app","timestamp_field":{"name":"@timestamp"},"hidden":false,"system":false,
         "generation":2,"template":"logs","indices":[{"index_name":".ds-logs-app-000001"}]}]}
      """;

  @TempDir Path folder;

  private final TestWork work = new TestWork();

  @Test
  void backingIndicesAreLoadedUnderTheirNamesAndBecomeTheStreamAgain() throws Exception {
    try (FakeCluster source = source();
        FakeCluster target = target()) {
      ElasticsearchStore store = Endpoints.store(source.endpoint(), target.endpoint());
      Inventory backup = store.source().backUp(folder, work);
      assertThat(backup.items())
          .extracting(Item::kind, Item::name)
          .contains(
              org.assertj.core.groups.Tuple.tuple("index", ".ds-logs-app-000001"),
              org.assertj.core.groups.Tuple.tuple("data stream", "logs-app"),
              org.assertj.core.groups.Tuple.tuple("ingest pipeline", "mine"))
          .doesNotContain(org.assertj.core.groups.Tuple.tuple("ingest pipeline", "theirs"));
      store.sink().restore(folder, backup, work);
      List<String> asked = target.requests();
      int made = first(asked, "PUT /.ds-logs-app-000001 ");
      int piped = first(asked, "PUT /_ingest/pipeline/mine");
      int templated = first(asked, "PUT /_index_template/logs");
      int aliased = first(asked, "POST /_aliases");
      int migrated = first(asked, "POST /_data_stream/_migrate/logs-app");
      assertThat(List.of(piped, made, templated, aliased, migrated)).isSorted();
      assertThat(asked.get(aliased))
          .contains("\"alias\":\"logs-app\",\"is_write_index\":true")
          .contains("\"remove\"");
    }
  }

  private static FakeCluster source() {
    return new FakeCluster("8.19.0", "data-streams")
        .index(
            ".ds-logs-app-000001",
            "{\"mappings\":{\"properties\":{\"@timestamp\":{\"type\":\"date\"}}}}")
        .on("POST /_search", 200, FakeCluster.hits(FakeCluster.hit("a", 1, "{\"@timestamp\":1}")))
        .on("GET /_data_stream", 200, STREAMS)
        .on(
            "GET /_index_template",
            200,
            "{\"index_templates\":[{\"name\":\"logs\",\"index_template\":{\"index_patterns\":[\"logs-*\"],\"data_stream\":{},\"created_date\":1}}]}")
        .on(
            "GET /_ingest/pipeline",
            200,
            "{\"mine\":{\"processors\":[]},\"theirs\":{\"processors\":[],\"_meta\":{\"managed\":true}}}");
  }

  private static FakeCluster target() {
    return new FakeCluster("8.19.0", "data-streams")
        .on("PUT /_ingest/pipeline/mine", 200, "{}")
        .on("PUT /_index_template/logs", 200, "{}")
        .on("PUT /.ds-logs-app-000001", 200, "{}")
        .on("POST /.ds-logs-app-000001/_bulk", 200, "{\"errors\":false}")
        .on("POST /.ds-logs-app-000001/_refresh", 200, "{}")
        .on("POST /.ds-logs-app-000001/_flush", 200, "{}")
        .on("PUT /.ds-logs-app-000001/_settings", 200, "{}")
        .on("GET /.ds-logs-app-000001/_count", 200, "{\"count\":1}")
        .on("POST /_aliases", 200, "{}")
        .on("POST /_data_stream/_migrate/logs-app", 200, "{}");
  }

  private static int first(List<String> asked, String beginning) {
    for (int i = 0; i < asked.size(); i++) {
      if (asked.get(i).startsWith(beginning)) {
        return i;
      }
    }
    throw new AssertionError(beginning + " was not asked: " + asked);
  }
}
