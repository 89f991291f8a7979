package com.harena.allinone.metrics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of the CloudWatch agent: memory, swap and the two file systems, and no more,
 * since each metric is billed.
 *
 * <p>Each is one metric for the life of the deployment. A dimension with the instance's id or host
 * name would make a new set of metrics, and leave the alarms looking at the old one, whenever the
 * instance is replaced: so no dimension is appended and the host name is left out. A disk metric
 * comes with device and file-system type as well; the device is dropped, and instead of the
 * original only its aggregate by path is published.
 *
 * <p>Once a minute: alarms look at five minutes, and a peak of memory passes between two samples
 * that are further apart. It adds no metric and stays far below the free million of requests a
 * month.
 *
 * @param content the configuration as a tree, in the order of its text
 */
public record AgentConfiguration(Map<String, Object> content) {
  /** Seconds between two samples. */
  public static final int INTERVAL_SECONDS = 60;

  /** Keeps the order of the tree. */
  public AgentConfiguration {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /** The configuration for the blueprint's instance. */
  public static AgentConfiguration of(Blueprint blueprint) {
    Map<String, Object> agent = new LinkedHashMap<>();
    agent.put("region", blueprint.region().value());
    agent.put("metrics_collection_interval", INTERVAL_SECONDS);
    agent.put("omit_hostname", true);
    Map<String, Object> metrics = new LinkedHashMap<>();
    metrics.put("namespace", CustomMetrics.namespace(blueprint));
    metrics.put("aggregation_dimensions", List.of(List.of("path")));
    metrics.put("metrics_collected", collected());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("agent", agent);
    content.put("metrics", metrics);
    return new AgentConfiguration(content);
  }

  /** The text of the agent's configuration file, the same on every machine. */
  public String json() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    try {
      return new ObjectMapper().writer(printer).writeValueAsString(content) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the agent's configuration cannot be written", e);
    }
  }

  private static Map<String, Object> collected() {
    Map<String, Object> disk = new LinkedHashMap<>();
    disk.put("measurement", List.of("used_percent"));
    disk.put(
        "resources",
        List.of(
            CustomMetrics.ROOT_USED.dimensions().get("path"),
            CustomMetrics.DATA_USED.dimensions().get("path")));
    disk.put("drop_device", true);
    disk.put("drop_original_metrics", List.of("used_percent"));
    Map<String, Object> collected = new LinkedHashMap<>();
    collected.put("mem", Map.of("measurement", List.of("used_percent")));
    collected.put("swap", Map.of("measurement", List.of("used_percent")));
    collected.put("disk", disk);
    return collected;
  }
}
