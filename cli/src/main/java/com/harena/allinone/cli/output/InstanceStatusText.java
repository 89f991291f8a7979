package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.host.remote.LocalMoment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What {@code instance status} found out, for people. */
public final class InstanceStatusText {
  private final LocalMoment local;
  private final Instant now;

  /** Tells moments in the zone. */
  public InstanceStatusText(ZoneId zone, Instant now) {
    this.local = new LocalMoment(zone);
    this.now = now;
  }

  /** The lines; parts that are not there are left out, and named under problems. */
  public String of(JsonNode status) {
    StringBuilder text = new StringBuilder(lines(status));
    if (status.path("services").size() > 0) {
      TextTable table = new TextTable(0, 0);
      for (JsonNode service : status.path("services")) {
        table.line(word(service, "name"), state(service));
      }
      text.append('\n').append(table.text());
    }
    status
        .path("problems")
        .forEach(it -> text.append("problem: ").append(it.asText()).append('\n'));
    return text.toString();
  }

  private String lines(JsonNode status) {
    TextTable table = new TextTable(0, 0);
    if (status.has("boot")) {
      table.line("boot", boot(status.get("boot")));
    }
    if (status.has("bundle")) {
      table.line("bundle", bundle(status.get("bundle")));
    }
    if (status.has("disks")) {
      table.line("disks", disks(status.get("disks")));
    }
    if (status.has("memory")) {
      table.line("memory", memory(status.get("memory")));
    }
    if (status.has("backup")) {
      JsonNode last = status.get("backup").path("last");
      table.line("backup", last.isMissingNode() ? "none yet" : "last one " + moment(last.asText()));
    }
    return table.text();
  }

  private String boot(JsonNode boot) {
    String step = word(boot, "step").isEmpty() ? "" : " at " + word(boot, "step");
    String message = word(boot, "message").isEmpty() ? "" : ": " + word(boot, "message");
    return "%s%s since %s%s"
        .formatted(word(boot, "state"), step, moment(word(boot, "since")), message);
  }

  private static String bundle(JsonNode bundle) {
    String failed =
        bundle.path("failed").size() == 0
            ? ""
            : "; failed here: " + shortened(bundle.path("failed"));
    return shortened(word(bundle, "serving")) + " serves" + failed;
  }

  private static String shortened(JsonNode hashes) {
    List<String> all = new ArrayList<>();
    hashes.forEach(hash -> all.add(shortened(hash.asText())));
    return String.join(", ", all);
  }

  /** Enough of a hash to tell bundles apart. */
  static String shortened(String hash) {
    return hash.isEmpty() ? "none" : hash.substring(0, Math.min(12, hash.length()));
  }

  private static String disks(JsonNode disks) {
    List<String> all = new ArrayList<>();
    for (JsonNode disk : disks) {
      all.add(
          "%s %d %% of %.1f GiB"
              .formatted(
                  word(disk, "path"),
                  disk.path("usedPercent").asInt(),
                  disk.path("mebibytes").asLong() / 1024.0));
    }
    return String.join(", ", all);
  }

  private static String memory(JsonNode memory) {
    return "%d of %d MiB available, swap %d of %d MiB used, %d processes killed for want of memory"
        .formatted(
            memory.path("availableMebibytes").asLong(),
            memory.path("mebibytes").asLong(),
            memory.path("swapUsedMebibytes").asLong(),
            memory.path("swapMebibytes").asLong(),
            memory.path("killed").asLong());
  }

  private static String state(JsonNode service) {
    if (!word(service, "state").equals("running")) {
      return "%s with exit code %d"
          .formatted(word(service, "state"), service.path("exitCode").asInt());
    }
    return word(service, "health").isEmpty() ? "running" : "running, " + word(service, "health");
  }

  private String moment(String text) {
    try {
      return local.words(Instant.parse(text), now);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private static String word(JsonNode json, String key) {
    return json.path(key).asText("");
  }
}
