package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.resource.StackScope;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final String STACK =
      """
      Resources:
        Topic: {Type: "AWS::SNS::Topic", Properties: {DisplayName: news}}
        Queue: {Type: "AWS::SQS::Queue"}
      """;

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void tellsWhatTheServicesTell() {
    local.deploy(STACK);

    assertThat(local.engine.inventory().of("app"))
        .hasSize(2)
        .allMatch(Finding::exists)
        .anySatisfy(
            finding -> {
              assertThat(finding.resource().logicalId()).isEqualTo("Topic");
              assertThat(finding.told().orElseThrow().path("DisplayName").asText())
                  .isEqualTo("news");
            });
  }

  @Test
  void findsWhatSomebodyRemovedBesideTheStack() {
    local.deploy(STACK);
    remove("AWS::SQS::Queue", "Queue");

    assertThat(local.stack("app").status()).isEqualTo("CREATE_COMPLETE");
    assertThat(local.engine.inventory().of("app"))
        .filteredOn(finding -> !finding.exists())
        .extracting(finding -> finding.resource().logicalId())
        .containsExactly("Queue");
  }

  @Test
  void doesNotKnowAStackThatIsNone() {
    assertThatThrownBy(() -> local.engine.inventory().of("none"))
        .isInstanceOf(ApiFailure.class)
        .hasMessage("Stack with id none does not exist");
  }

  private void remove(String type, String logicalId) {
    ResourceHandler handler = local.cloud.handlers(Set.of(type)).get(0);
    String id = local.engine.describeStackResource("app", logicalId).physicalId().orElseThrow();
    StackScope stack = new StackScope("000000000000", "eu-west-1", "app", "id", Map.of());
    var nothing = JsonNodeFactory.instance.objectNode();
    handler.delete(new ResourceRequest(stack, logicalId, type, nothing), Physical.of(id, nothing));
  }
}
