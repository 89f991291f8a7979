package com.harena.allinone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeFileTest {
  private static final String IMAGE =
      "ghcr.io/harena/backend:1.0@sha256:" + "0123456789abcdef".repeat(4);

  /** The project's blueprint, and each form of it that changes the file's shape. */
  static Stream<ComposeFile> everyForm() {
    return Stream.of(
            Blueprints.harena(),
            Blueprints.harenaWith("origin: vpc", "origin: address"),
            Blueprints.harenaWith("    port: 8001", "    port: 8001\n    image: " + IMAGE),
            Blueprints.harenaWith("    port: 8001", "    port: 8001\n    archive: app-1.tar.gz"))
        .map(ComposeFile::of);
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void fitsTheComposeSpecification(ComposeFile file) throws IOException {
    assertThat(ComposeSchema.faults(file.text())).isEmpty();
  }

  @Test
  void theSpecificationFindsAWrongKey() throws IOException {
    String wrong = ComposeFile.of(Blueprints.harena()).text().replace("mem_limit", "memory_limit");

    assertThat(ComposeSchema.faults(wrong)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void readsBackAsWhatItWasWrittenFrom(ComposeFile file) throws IOException {
    JsonNode written =
        new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(file.content());

    assertThat(ComposeSchema.read(file.text())).isEqualTo(written);
  }

  @Test
  void isTheSameTextForTheSameBlueprint() {
    assertThat(ComposeFile.of(Blueprints.harena()).text())
        .isEqualTo(ComposeFile.of(Blueprints.harena()).text());
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void defect15PublishesNoStoreAndTheOnePortOnThePrivateAddressOnly(ComposeFile file)
      throws IOException {
    List<String> publishers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> service : services(file)) {
      if (service.getValue().has("ports")) {
        publishers.add(service.getKey());
        assertThat(service.getValue().get("ports")).hasSize(1);
        assertThat(service.getValue().at("/ports/0/host_ip").asText())
            .startsWith("${PRIVATE_ADDRESS:?");
        assertThat(service.getValue().at("/ports/0/published").asText()).isEqualTo("8001");
      }
      assertThat(service.getValue().has("network_mode")).isFalse();
    }

    assertThat(publishers).containsExactly(file.text().contains("  proxy:") ? "proxy" : "backend");
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void defect15KeepsTheStoresInANetworkWithoutAWayOut(ComposeFile file) throws IOException {
    JsonNode tree = ComposeSchema.read(file.text());

    assertThat(tree.at("/networks/stores/internal").asBoolean()).isTrue();
    for (String store :
        List.of("postgres", "redis", "elasticsearch", "backup", "drill-postgres", "drill-redis")) {
      assertThat(tree.at("/services/" + store + "/networks").toString()).isEqualTo("[\"stores\"]");
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void defect19LimitsEveryServiceToItsShareOfTheBudget(ComposeFile file) throws IOException {
    for (Map.Entry<String, JsonNode> service : services(file)) {
      assertThat(service.getValue().get("mem_limit").asText())
          .as(service.getKey())
          .isEqualTo(
              Map.of(
                      "postgres", "320m",
                      "redis", "96m",
                      "elasticsearch", "800m",
                      "backend", "96m",
                      "proxy", "32m",
                      "backup", "96m",
                      "drill-postgres", "72m",
                      "drill-redis", "72m")
                  .get(service.getKey()));
      assertThat(service.getValue().has("memswap_limit")).as(service.getKey()).isTrue();
      assertThat(service.getValue().has("oom_score_adj")).as(service.getKey()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void pinsEveryImageByDigestOrLeavesItToTheHost(ComposeFile file) throws IOException {
    for (Map.Entry<String, JsonNode> service : services(file)) {
      assertThat(service.getValue().get("image").asText())
          .as(service.getKey())
          .matches(".+:.+@sha256:[0-9a-f]{64}|\\$\\{BACKEND_IMAGE:.+}");
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void sendsEveryLogToCloudWatchWithoutEverWaiting(ComposeFile file) throws IOException {
    for (Map.Entry<String, JsonNode> service : services(file)) {
      JsonNode options = service.getValue().at("/logging/options");
      assertThat(service.getValue().at("/logging/driver").asText()).isEqualTo("awslogs");
      assertThat(options.get("awslogs-group").asText()).isEqualTo("/allinone/harena-production");
      assertThat(options.get("awslogs-region").asText()).isEqualTo("eu-west-1");
      assertThat(options.get("awslogs-stream").asText()).isEqualTo(service.getKey());
      assertThat(options.get("mode").asText()).isEqualTo("non-blocking");
      assertThat(options.get("max-buffer-size").asText()).isEqualTo("4m");
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void checksTheHealthOfEveryServiceThatStays(ComposeFile file) throws IOException {
    for (Map.Entry<String, JsonNode> service : services(file)) {
      assertThat(service.getValue().has("healthcheck"))
          .as(service.getKey())
          .isEqualTo(!service.getKey().equals("backup"));
    }
  }

  @ParameterizedTest
  @MethodSource("everyForm")
  void mountsOnlyWhatIsThereAlready(ComposeFile file) throws IOException {
    for (Map.Entry<String, JsonNode> service : services(file)) {
      for (JsonNode mount : service.getValue().path("volumes")) {
        assertThat(mount.at("/bind/create_host_path").asBoolean(true)).isFalse();
        assertThat(mount.get("source").asText())
            .matches("/data/[a-z]+|\\./allinone\\.jar|\\$\\{JAVA_HOME:.+}");
      }
    }
  }

  private static Iterable<Map.Entry<String, JsonNode>> services(ComposeFile file)
      throws IOException {
    return ComposeSchema.read(file.text()).get("services").properties();
  }
}
