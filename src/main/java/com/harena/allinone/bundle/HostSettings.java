package com.harena.allinone.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.harena.allinone.blueprint.Backend;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.metrics.CustomMetrics;
import java.util.List;

/**
 * What the boot of the instance needs from the blueprint: {@code host.json} of the host bundle.
 *
 * <p>Images, limits and health checks are in the bundle's Compose file; the data volume's id is in
 * {@code /etc/allinone/machine.env}, which only the user data writes.
 *
 * @param deployment name of the deployed copy, such as {@code harena-production}
 * @param region AWS region
 * @param parameterPath path of everything this copy keeps in Parameter Store
 * @param logGroup CloudWatch log group of the containers and of the boot
 * @param metricNamespace CloudWatch namespace of the host's metrics
 * @param swapMebibytes size of the swap file on the root volume, in MiB
 * @param secrets names of the secrets under {@code <parameterPath>/secrets/}; of those that are
 *     missing the boot makes only {@code DATABASE_PASSWORD} and {@code REDIS_PASSWORD}, waits for
 *     the others, and overwrites none
 * @param archives image archives under {@code releases/} of the backup bucket that are loaded
 *     before the services start; empty when every image comes from a registry
 * @param backendImage image of the backend in a registry; empty when the blueprint names none
 * @param backendReleased whether the blueprint names an image or archive of the backend; without
 *     one the instance is ready when its stores are healthy
 * @param backendPort port of the backend on the private address
 * @param backendHealth path that answers 200 when the backend is healthy
 * @param backendMebibytes memory limit of the backend's container, in MiB
 * @param backupKeepDays days a backup stays on the data volume
 * @param backupUpload whether a copy of each backup goes to the backup bucket
 * @param timers units that the boot starts once the services are healthy, at every boot; none is
 *     enabled, because each needs the data volume
 */
public record HostSettings(
    String deployment,
    String region,
    String parameterPath,
    String logGroup,
    String metricNamespace,
    long swapMebibytes,
    List<String> secrets,
    List<String> archives,
    String backendImage,
    boolean backendReleased,
    int backendPort,
    String backendHealth,
    long backendMebibytes,
    int backupKeepDays,
    boolean backupUpload,
    List<String> timers) {
  /** With 2 GiB of swap the measured limits survived even a heap that was too large for them. */
  static final long SWAP_MEBIBYTES = 2048;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Copies the lists. */
  public HostSettings {
    secrets = List.copyOf(secrets);
    archives = List.copyOf(archives);
    timers = List.copyOf(timers);
  }

  /** The settings that the blueprint describes. */
  public static HostSettings of(Blueprint blueprint) {
    Backend backend = blueprint.services().backend();
    return new HostSettings(
        blueprint.deployment(),
        blueprint.region().value(),
        blueprint.parameterPath(),
        "/allinone/" + blueprint.deployment(),
        CustomMetrics.namespace(blueprint),
        SWAP_MEBIBYTES,
        ServiceSecrets.of(blueprint),
        backend.archive().stream().map(Object::toString).toList(),
        backend.image().map(Object::toString).orElse(""),
        backend.image().isPresent() || backend.archive().isPresent(),
        backend.port(),
        backend.health().value(),
        backend.memory().mebibytes(),
        blueprint.services().backup().keepDays(),
        blueprint.services().backup().upload(),
        Units.TIMERS);
  }

  /**
   * Reads {@code host.json}.
   *
   * @throws IllegalArgumentException if it is not what this version writes
   */
  public static HostSettings read(String json) {
    try {
      return JSON.readValue(json, HostSettings.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "host.json is not what this version of allinone writes: " + e.getOriginalMessage(), e);
    }
  }

  /** What the blueprint names as the backend: an image, an archive, or nothing, which is empty. */
  public String backendSource() {
    return backendImage.isEmpty() ? String.join("", archives) : backendImage;
  }

  /** The text of {@code host.json}, the same on every machine. */
  public String json() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    try {
      return JSON.writer(printer).writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("host.json cannot be written", e);
    }
  }
}
