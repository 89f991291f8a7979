package com.harena.allinone.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.OriginAccess;
import com.harena.allinone.blueprint.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Compose file of a blueprint: the three stores, the backend, the backup behind a profile, and
 * with an address origin the proxy before the backend.
 *
 * <p>It holds no secret and nothing of the machine: those are the variables of {@link
 * ServiceSecrets} and {@link HostVariable}. The same blueprint gives the same text everywhere.
 *
 * @param content the file as a tree, in the order of its text
 */
public record ComposeFile(Map<String, Object> content) {
  /** Within which the backend must be healthy: failures before do not count. */
  public static final Duration BACKEND_START = Duration.ofMinutes(3);

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  /** Keeps the order of the tree. */
  public ComposeFile {
    content = Collections.unmodifiableMap(new LinkedHashMap<>(content));
  }

  /** The Compose file that the blueprint describes. */
  public static ComposeFile of(Blueprint blueprint) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("name", blueprint.deployment());
    content.put("services", services(blueprint));
    Map<String, Object> networks = new LinkedHashMap<>();
    networks.put("stores", Map.of("internal", true));
    networks.put("edge", Map.of());
    content.put("networks", networks);
    content.put("configs", configurations(blueprint));
    return new ComposeFile(content);
  }

  /** The text of {@code compose.yaml}. */
  public String text() {
    try {
      return HEADER.formatted(
              ComposeCommand.SECRETS_FILE, ComposeCommand.VARIABLES_FILE, ComposeCommand.FILE)
          + YAML.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the Compose file cannot be written", e);
    }
  }

  private static Map<String, Object> services(Blueprint blueprint) {
    Services services = blueprint.services();
    Map<String, Object> stores = StoreAddresses.of(services.postgres());
    boolean proxied = blueprint.edge().origin() == OriginAccess.ADDRESS;
    Map<String, ComposeService> unfinished = new LinkedHashMap<>();
    unfinished.put("postgres", StoreServices.postgres(services.postgres()));
    unfinished.put("redis", StoreServices.redis(services.redis()));
    unfinished.put(
        "elasticsearch",
        StoreServices.elasticsearch(services.elasticsearch(), blueprint.deployment()));
    unfinished.put("backend", BackendService.of(services.backend(), stores, !proxied));
    if (proxied) {
      unfinished.put("proxy", ProxyService.of(services.backend().port()));
    }
    unfinished.put("backup", BackupService.of(services, stores, blueprint.deployment()));
    unfinished.put(DrillServices.POSTGRES, DrillServices.postgres(services.postgres()));
    unfinished.put(DrillServices.REDIS, DrillServices.redis(services.redis()));
    ComposeFrame frame = new ComposeFrame(blueprint);
    Map<String, Object> finished = new LinkedHashMap<>();
    unfinished.forEach((name, service) -> finished.put(name, frame.complete(name, service)));
    return finished;
  }

  private static Map<String, Object> configurations(Blueprint blueprint) {
    Services services = blueprint.services();
    List<ConfigurationFile> files = new ArrayList<>();
    files.add(StoreServices.redisConfiguration(services.redis()));
    if (blueprint.edge().origin() == OriginAccess.ADDRESS) {
      files.add(ProxyService.configuration(services.backend().port()));
    }
    Map<String, Object> configurations = new LinkedHashMap<>();
    files.forEach(file -> configurations.put(file.name(), Map.of("content", file.content())));
    return configurations;
  }

  private static final String HEADER =
      """
      # Made by allinone from the blueprint: change the blueprint, not this file.
      # It holds no secret. Each ${NAME:?...} is a line of %1$s or
      # %2$s, and missing ones stop Compose:
      #   docker compose --env-file %1$s --env-file %2$s \\
      #     --file %3$s ...
      # Memory: every limit is a share of the machine; half as much again may go to swap. When the machine itself runs
      # out, the highest oom_score_adj dies first: drill, backup, redis, elasticsearch, backend, proxy, postgres.
      # Restarts: what crashes comes back; what the host stopped is started by the host's boot, never by the engine.
      # Network "stores" has no way out; only the backend (or the proxy before it) is published, on the private address.

      """;
}
