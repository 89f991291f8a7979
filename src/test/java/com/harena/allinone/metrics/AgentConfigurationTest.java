package com.harena.allinone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentConfigurationTest {
  private JsonNode configuration;

  @BeforeEach
  void read() throws IOException {
    configuration =
        new ObjectMapper()
            .readTree(
                AgentConfiguration.of(
                        BlueprintLoader.load(
                            Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml")))
                    .json());
  }

  @Test
  void publishesIntoTheDeploymentsNamespace() {
    assertThat(configuration.at("/metrics/namespace").asText())
        .isEqualTo("Allinone/harena-production");
    assertThat(configuration.at("/agent/region").asText()).isEqualTo("eu-west-1");
    assertThat(configuration.at("/agent/metrics_collection_interval").asInt()).isEqualTo(60);
  }

  @Test
  void makesNoNewMetricWhenTheInstanceIsReplaced() {
    assertThat(configuration.at("/agent/omit_hostname").asBoolean()).isTrue();
    assertThat(configuration.findValues("append_dimensions")).isEmpty();
    assertThat(configuration.toString()).doesNotContain("InstanceId", "${aws:");
  }

  @Test
  void publishesExactlyTheAgentsShareOfTheListedMetrics() {
    List<CustomMetric> published = new ArrayList<>();
    for (Map.Entry<String, JsonNode> plugin :
        configuration.at("/metrics/metrics_collected").properties()) {
      for (JsonNode measurement : plugin.getValue().get("measurement")) {
        String name = plugin.getKey() + "_" + measurement.asText();
        if (plugin.getValue().has("resources")) {
          plugin
              .getValue()
              .get("resources")
              .forEach(
                  path -> published.add(new CustomMetric(name, Map.of("path", path.asText()))));
        } else {
          published.add(new CustomMetric(name, Map.of()));
        }
      }
    }

    assertThat(published).containsExactlyInAnyOrderElementsOf(MetricFeeder.AGENT.metrics());
  }

  @Test
  void publishesADiskOnceByItsPathAlone() {
    JsonNode disk = configuration.at("/metrics/metrics_collected/disk");

    assertThat(disk.get("drop_device").asBoolean()).isTrue();
    assertThat(disk.get("drop_original_metrics")).isEqualTo(disk.get("measurement"));
    assertThat(configuration.at("/metrics/aggregation_dimensions").toString())
        .isEqualTo("[[\"path\"]]");
  }

  @Test
  void staysWithinTheFreeCustomMetrics() {
    assertThat(CustomMetrics.all()).doesNotHaveDuplicates();
    assertThat(CustomMetrics.all().size()).isLessThanOrEqualTo(CustomMetrics.FREE);
  }
}
