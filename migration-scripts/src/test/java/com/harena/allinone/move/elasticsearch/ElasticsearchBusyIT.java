package com.harena.allinone.move.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster that takes every document but one. */
final class ElasticsearchBusyIT {
  private static final int DOCUMENTS = 2_000;
  private static final String ALONE = "alone";

  @TempDir static Path folder;

  private static Inventory backup;

  private final TestWork work = new TestWork();

  @BeforeAll
  static void backUp() throws IOException {
    TwoClusters.empty(TwoClusters.SOURCE);
    SampleIndices.bulk(
        TwoClusters.SOURCE,
        "many",
        DOCUMENTS,
        i -> "{\"index\":{\"_id\":\"d%d\"}}\n{\"n\":%d}\n".formatted(i, i));
    TwoClusters.ok(TwoClusters.SOURCE, "PUT", "/one/_doc/" + ALONE + "?refresh=true", "{\"n\":1}");
    backup = TwoClusters.store().source().backUp(folder, new TestWork());
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
  void namesADocumentAmongManyThatIsNeverTakenAndGoesOnLater() throws IOException {
    assertFailsThenGoesOn("index many: document d1234 was answered 429 for 4 s", "d1234");
  }

  @Test
  void namesADocumentThatIsSentAloneAndNeverTakenAndGoesOnLater() throws IOException {
    assertFailsThenGoesOn("index one: document alone was answered 429 for 4 s", ALONE);
  }

  private void assertFailsThenGoesOn(String said, String id) throws IOException {
    long began = System.nanoTime();
    try (BusyProxy proxy = new BusyProxy(TwoClusters.TARGET.address(), id)) {
      ElasticsearchStore store =
          Endpoints.store(
              Endpoints.plain(TwoClusters.SOURCE.address()), Endpoints.plain(proxy.address()));
      assertThatThrownBy(() -> store.sink().restore(folder, backup, work))
          .isInstanceOf(StoreFailure.class)
          .hasMessageContaining(said)
          .hasMessageContaining("rejected execution of primary operation; run the same command")
          .extracting(failure -> ((StoreFailure) failure).side())
          .isEqualTo(Side.TARGET);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
    assertThat(work.waits()).anyMatch(waiting -> waiting.contains("is busy (429)"));
    ElasticsearchStore store = TwoClusters.store();
    store.sink().restore(folder, backup, work);
    assertThat(store.verifier().inventory(Side.TARGET, work).items())
        .isEqualTo(store.verifier().inventory(Side.SOURCE, work).items());
  }
}
