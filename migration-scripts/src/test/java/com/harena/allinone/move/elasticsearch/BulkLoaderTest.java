package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading against answers that a cluster gives when it is busy, or does not like a document. */
final class BulkLoaderTest {
  private static final String BUSY =
      "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"rejected execution of coordinating operation\"},\"status\":429}";

  @TempDir Path folder;

  private final TestWork work = new TestWork();

  @Test
  void defect4sendsManyDocumentsInOneRequest() throws Exception {
    try (FakeCluster fake = new FakeCluster("8.19.0").on("POST /i/_bulk", List.of(this::fine))) {
      load(fake, 1000);
      assertThat(fake.requests("POST /i/_bulk")).hasSize(1);
    }
  }

  @Test
  void neverRunsAPipelineAgain() throws Exception {
    try (FakeCluster fake = new FakeCluster("8.19.0").on("POST /i/_bulk", List.of(this::fine))) {
      load(fake, 1);
      assertThat(fake.requests("POST /i/_bulk").get(0)).contains("pipeline=_none");
    }
  }

  @Test
  void sendsARequestAgainThatIsRejectedAsAWhole() throws Exception {
    try (FakeCluster fake =
        new FakeCluster("8.19.0")
            .on(
                "POST /i/_bulk",
                List.of(
                    asked -> new FakeCluster.Answer(429, BUSY),
                    asked -> new FakeCluster.Answer(503, "{}"),
                    this::fine))) {
      load(fake, 3);
      List<String> sent = fake.requests("POST /i/_bulk");
      assertThat(sent).hasSize(3);
      assertThat(sent.get(2)).isEqualTo(sent.get(0));
      assertThat(work.waits()).anyMatch(said -> said.contains("is busy (429)"));
    }
  }

  @Test
  void sendsOnlyTheDocumentsAgainThatWereRejected() throws Exception {
    String partly =
        "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}},{\"index\":{\"status\":201}}]}";
    try (FakeCluster fake =
        new FakeCluster("8.19.0")
            .on(
                "POST /i/_bulk",
                List.of(asked -> new FakeCluster.Answer(200, partly), this::fine))) {
      load(fake, 3);
      assertThat(fake.requests("POST /i/_bulk").get(1))
          .contains("\"d1\"")
          .doesNotContain("\"d0\"")
          .doesNotContain("\"d2\"");
    }
  }

  @Test
  void namesIndexDocumentAndReasonOfAnyOtherError() {
    String refused =
        "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":400,\"error\":{\"type\":\"document_parsing_exception\",\"reason\":\"failed to parse field [n]\",\"caused_by\":{\"reason\":\"For input string: x\"}}}},{\"index\":{\"status\":201}}]}";
    try (FakeCluster fake = new FakeCluster("8.19.0").on("POST /i/_bulk", 200, refused)) {
      assertThatThrownBy(() -> load(fake, 3))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("index i refuses document d1 (400): failed to parse field [n]")
          .hasMessageContaining("For input string: x");
    }
  }

  @Test
  void givesUpWhenTheClusterStaysBusy() {
    try (FakeCluster fake = new FakeCluster("8.19.0").on("POST /i/_bulk", 429, BUSY)) {
      assertThatThrownBy(() -> load(fake, 3))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining("POST /i/_bulk of document d0 and 2 more was answered 429 for 4 s")
          .hasMessageContaining("rejected execution of coordinating operation");
    }
  }

  @Test
  void namesTheDocumentThatTheClusterNeverTakes() {
    String partly =
        "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":429,\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"full\"}}}]}";
    String alone =
        "{\"errors\":true,\"items\":[{\"index\":{\"status\":429,\"error\":{\"reason\":\"still full\"}}}]}";
    try (FakeCluster fake =
        new FakeCluster("8.19.0")
            .on(
                "POST /i/_bulk",
                List.of(
                    asked -> new FakeCluster.Answer(200, partly),
                    asked -> new FakeCluster.Answer(200, alone)))) {
      assertThatThrownBy(() -> load(fake, 2))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining(
              "index i: document d1 was answered 429 for 4 s: still full; run the same command again");
    }
  }

  @Test
  void sendsHalvesOfARequestThatIsTooLarge() throws Exception {
    UnaryOperator<FakeCluster.Answer> large =
        asked -> documents(asked) > 2 ? new FakeCluster.Answer(413, "") : fine(asked);
    try (FakeCluster fake = new FakeCluster("8.19.0").on("POST /i/_bulk", List.of(large))) {
      load(fake, 8);
      assertThat(fake.requests("POST /i/_bulk")).hasSize(7);
    }
  }

  private FakeCluster.Answer fine(FakeCluster.Answer asked) {
    return new FakeCluster.Answer(200, "{\"errors\":false,\"items\":[]}");
  }

  private static long documents(FakeCluster.Answer asked) {
    return asked.body().lines().count() / 2;
  }

  private void load(FakeCluster fake, int documents) throws IOException {
    Path file = folder.resolve("documents");
    try (BulkFileWriter writer = new BulkFileWriter(file, "i")) {
      StringBuilder hits = new StringBuilder();
      for (int i = 0; i < documents; i++) {
        hits.append(i == 0 ? "" : ",").append(FakeCluster.hit("d" + i, i, "{\"n\":" + i + "}"));
      }
      byte[] page = FakeCluster.hits(hits.toString()).getBytes(StandardCharsets.UTF_8);
      Page.read(new Reply(200, page, page.length), writer);
    }
    try (BulkFileReader members = new BulkFileReader(List.of(file))) {
      new BulkLoader(fake.cluster(Side.TARGET), "i", work).load(members);
    }
  }
}
