package com.harena.allinone.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.ResourceFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignalsTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofSeconds(20);

  private final Signals signals = new Signals();

  @Test
  void waitsForSoManySignalsAndGivesTheirData() {
    CompletableFuture<ObjectNode> waiting =
        CompletableFuture.supplyAsync(() -> signals.await(2, LONG));
    signals.accept(signal("SUCCESS", "one", "first"));
    signals.accept(signal("SUCCESS", "two", "second"));
    assertThat(waiting.join().toString()).isEqualTo("{\"one\":\"first\",\"two\":\"second\"}");
  }

  @Test
  void countsAUniqueIdOnce() {
    signals.accept(signal("SUCCESS", "one", "first"));
    signals.accept(signal("SUCCESS", "one", "again"));
    assertThatThrownBy(() -> signals.await(2, SHORT))
        .isInstanceOf(ResourceFailure.class)
        .hasMessage("WaitCondition timed out. Received 1 conditions when expecting 2");
    assertThat(signals.await(1, SHORT).path("one").asText()).isEqualTo("first");
  }

  @Test
  void failsWithTheReasonOfAFailure() {
    signals.accept(signal("FAILURE", "one", ""));
    assertThatThrownBy(() -> signals.await(1, LONG))
        .isInstanceOf(ResourceFailure.class)
        .hasMessage("WaitCondition received failed message: 'because' for uniqueId: one");
  }

  @Test
  void ignoresWhatIsNoSignal() {
    signals.accept("no json");
    signals.accept("[]");
    signals.accept(signal("PERHAPS", "one", ""));
    assertThatThrownBy(() -> signals.await(1, SHORT))
        .hasMessageContaining("Received 0 conditions when expecting 1");
  }

  private static String signal(String status, String id, String data) {
    return new ObjectMapper()
        .createObjectNode()
        .put("Status", status)
        .put("UniqueId", id)
        .put("Reason", "because")
        .put("Data", data)
        .toString();
  }
}
