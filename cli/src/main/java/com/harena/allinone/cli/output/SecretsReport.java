package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.host.secret.SecretInventory;
import com.harena.allinone.host.secret.SecretState;
import com.harena.allinone.machine.ParameterNames;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Which secrets of a deployment are there; holds no value. */
public final class SecretsReport {
  private final Blueprint blueprint;
  private final SecretInventory inventory;

  /** The secrets of the blueprint's deployment. */
  public SecretsReport(Blueprint blueprint, SecretInventory inventory) {
    this.blueprint = blueprint;
    this.inventory = inventory;
  }

  /** The result for people. */
  public String text() {
    TextTable table = new TextTable(0, 0);
    for (SecretState secret : inventory.needed()) {
      if (secret.stored().isPresent()) {
        StoredSecret stored = secret.stored().get();
        table.line(secret.name(), "version " + stored.version(), written(stored), warning(stored));
      } else {
        table.line(secret.name(), "missing", remedy(secret), "");
      }
    }
    StringBuilder text = new StringBuilder();
    text.append(
        "secrets of %s in %s, under %s%n%n"
            .formatted(blueprint.deployment(), blueprint.region(), path()));
    text.append(table.text());
    if (!inventory.others().isEmpty()) {
      text.append("\nalso there, needed by no service: ")
          .append(String.join(", ", inventory.others()))
          .append('\n');
    }
    return text.toString();
  }

  private static String written(StoredSecret stored) {
    return stored.lastModified().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String warning(StoredSecret stored) {
    return stored.encrypted() ? "" : "not encrypted: delete it, then set it again";
  }

  private static String remedy(SecretState secret) {
    return switch (secret.maker()) {
      case HOST -> "made at random at the next boot";
      case STACK -> "made at random by the deployment";
      case OPERATOR -> "the boot waits for it: allinone host secrets set " + secret.name();
    };
  }

  private String path() {
    return new ParameterNames(blueprint.parameterPath()).secrets();
  }

  /** The result for programs. */
  public ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("deployment", blueprint.deployment())
            .put("region", blueprint.region().value())
            .put("path", path());
    ArrayNode secrets = json.putArray("secrets");
    for (SecretState secret : inventory.needed()) {
      ObjectNode node =
          secrets
              .addObject()
              .put("name", secret.name())
              .put("madeBy", secret.maker().name().toLowerCase(Locale.ROOT))
              .put("exists", secret.stored().isPresent());
      secret
          .stored()
          .ifPresent(
              stored ->
                  node.put("version", stored.version())
                      .put("lastModified", written(stored))
                      .put("encrypted", stored.encrypted()));
    }
    ArrayNode others = json.putArray("notNeeded");
    inventory.others().forEach(others::add);
    return json;
  }
}
