package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading against answers that a real server does not give on demand. */
final class IndexReaderTest {
  private static final String EXPIRED =
      "{\"error\":{\"root_cause\":[{\"type\":\"search_context_missing_exception\",\"reason\":\"No search context found for id [7]\"}],\"type\":\"search_phase_execution_exception\",\"reason\":\"all shards failed\"},\"status\":404}";

  private final TestWork work = new TestWork();

  @Test
  void readsAnIndexAnewWhosePointInTimeExpired() throws Exception {
    try (FakeCluster fake =
        new FakeCluster("8.19.0")
            .index("i", "{}")
            .on(
                "POST /_search",
                List.of(
                    asked -> new FakeCluster.Answer(404, EXPIRED),
                    asked -> page(FakeCluster.hit("a", 1, "{}"))))) {
      assertThat(read(fake).count()).isEqualTo(1);
      assertThat(fake.requests("POST /i/_pit")).hasSize(2);
      assertThat(fake.requests("DELETE /_pit")).hasSize(2);
    }
  }

  @Test
  void saysWhenPointsInTimeKeepExpiring() {
    try (FakeCluster fake =
        new FakeCluster("8.19.0").index("i", "{}").on("POST /_search", 404, EXPIRED)) {
      assertThatThrownBy(() -> read(fake))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("index i: its point in time is no longer known, 3 times");
    }
  }

  @Test
  void refusesAnAnswerWithoutSomeShard() {
    String partial =
        "{\"timed_out\":false,\"_shards\":{\"total\":2,\"failed\":1},\"hits\":{\"hits\":[]}}";
    try (FakeCluster fake =
        new FakeCluster("8.19.0").index("i", "{}").on("POST /_search", 200, partial)) {
      assertThatThrownBy(() -> read(fake)).hasMessageContaining("a shard did not answer in full");
    }
  }

  @Test
  void namesARedIndexAtOnce() {
    IndexSummary red = new IndexSummary("i", true, "red", 1, 1, 1, 0);
    try (FakeCluster fake = new FakeCluster("8.19.0")) {
      IndexReader reader = new IndexReader(fake.cluster(Side.SOURCE), new Version(8, 19, 0));
      assertThatThrownBy(() -> reader.read(red, new Sums(), work))
          .hasMessageContaining("index i is red: a primary shard is missing");
    }
  }

  @Test
  void asksAgainWhenTheServerIsBusy() throws Exception {
    try (FakeCluster fake =
        new FakeCluster("8.19.0")
            .index("i", "{}")
            .on(
                "POST /_search",
                List.of(
                    asked ->
                        new FakeCluster.Answer(
                            429, "{\"error\":{\"type\":\"circuit_breaking_exception\"}}"),
                    asked -> page(FakeCluster.hit("a", 1, "{}")),
                    asked -> page("")))) {
      assertThat(read(fake).count()).isEqualTo(1);
    }
  }

  @Test
  void readsAnOldClusterByOneScroll() throws Exception {
    String first =
        "{\"_scroll_id\":\"s1\",\"timed_out\":false,\"_shards\":{\"failed\":0},\"hits\":{\"hits\":[%s]}}"
            .formatted(
                "{\"_index\":\"i\",\"_type\":\"doc\",\"_id\":\"a\",\"_version\":3,\"_routing\":\"r\",\"_source\":{\"n\":1}}");
    try (FakeCluster fake =
        new FakeCluster("7.9.3")
            .index("i", "{}")
            .on("POST /i/_search", 200, first)
            .on(
                "POST /_search/scroll",
                200,
                first.replace("\"a\"", "\"b\""),
                "{\"_scroll_id\":\"s2\",\"hits\":{\"hits\":[]}}")
            .on("DELETE /_search/scroll", 200, "{}")) {
      assertThat(read(fake).count()).isEqualTo(2);
      assertThat(fake.requests("POST /i/_pit")).isEmpty();
      assertThat(fake.requests("POST /_search/scroll").get(0)).contains("\"scroll_id\":\"s1\"");
      assertThat(fake.requests("DELETE /_search/scroll")).hasSize(1);
    }
  }

  @Test
  void beginsAScrollAnewThatWasCutOff() throws Exception {
    String first =
        "{\"_scroll_id\":\"s1\",\"hits\":{\"hits\":[%s]}}".formatted(FakeCluster.hit("a", 1, "{}"));
    try (FakeCluster fake =
        new FakeCluster("6.8.23")
            .index("i", "{}")
            .on("POST /i/_search", 200, first)
            .on(
                "POST /_search/scroll",
                List.of(
                    asked -> new FakeCluster.Answer(503, "{}"),
                    asked -> new FakeCluster.Answer(200, "{\"hits\":{\"hits\":[]}}")))) {
      assertThat(read(fake).count()).isEqualTo(1);
      assertThat(fake.requests("POST /i/_search")).hasSize(2);
    }
  }

  @Test
  void asksForVectorsThatNewServersLeaveOut() throws Exception {
    try (FakeCluster fake =
        new FakeCluster("9.2.0").index("i", "{}").on("POST /_search", 200, FakeCluster.hits())) {
      read(fake);
      assertThat(fake.requests("POST /_search").get(0)).contains("\"exclude_vectors\":false");
    }
  }

  private static FakeCluster.Answer page(String hit) {
    return new FakeCluster.Answer(200, FakeCluster.hits(hit));
  }

  private HashSum read(FakeCluster fake) throws IOException {
    Cluster cluster = fake.cluster(Side.SOURCE);
    Sums sums = new Sums();
    new IndexReader(cluster, ClusterFacts.of(cluster, work).version()).read("i", 1, sums, work);
    return sums.total();
  }
}
