package com.harena.allinone.move.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.Work;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot of the cluster's own, beside the backup, in the first repository that is registered
 * and may be written to. Nothing is restored from it: it is a second way back for an administrator.
 */
final class NativeSnapshot {
  private static final String PIECE = "snapshot";
  private static final Duration GLANCE = Duration.ofSeconds(1);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final Cluster cluster;

  NativeSnapshot(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Begins it, or finds the one that an earlier run began: repository and name. */
  Optional<String> begin(List<IndexSummary> indices, Work work) {
    Optional<String> repository = repository(work);
    if (repository.isEmpty() || indices.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> begun = work.checkpoints().find(PIECE);
    if (begun.isPresent()) {
      if (isUsable(state(begun.get(), work))) {
        return begun;
      }
      delete(begun.get(), work);
    }
    String path =
        Request.encoded(repository.get())
            + "/allinone-%s-%s"
                .formatted(work.move(), STAMP.format(LocalDateTime.now(ZoneOffset.UTC)));
    work.checkpoints().done(PIECE, path);
    ObjectNode body = Json.object().put("include_global_state", false).put("partial", false);
    ArrayNode names = body.putArray("indices");
    indices.forEach(index -> names.add(index.name()));
    cluster.call(
        Request.of("PUT", "/_snapshot/" + path + "?wait_for_completion=false", body), work);
    return Optional.of(path);
  }

  /** Waits until it is complete; anything less is a failure. */
  void await(String path, Work work) {
    while (true) {
      JsonNode snapshot = state(path, work);
      String state = snapshot.path("state").asText();
      if (state.equals("SUCCESS")) {
        return;
      }
      if (!state.equals("IN_PROGRESS") && !state.equals("STARTED")) {
        throw cluster.failure(
            "native snapshot %s ended as %s: %s; mend the repository or remove it, then run the same command again"
                .formatted(path, state.isEmpty() ? "lost" : state, reasons(snapshot)));
      }
      work.progress().waiting("the cluster's own snapshot");
      Pause.of(GLANCE, work);
    }
  }

  private Optional<String> repository(Work work) {
    for (Map.Entry<String, JsonNode> entry : cluster.get("/_snapshot", work).properties()) {
      JsonNode settings = entry.getValue().path("settings");
      boolean readOnly =
          settings.path("readonly").asBoolean() || settings.path("read_only").asBoolean();
      if (!readOnly && !entry.getValue().path("type").asText().equals("url")) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private JsonNode state(String path, Work work) {
    Request request = Request.get("/_snapshot/" + path);
    Reply reply = cluster.ask(request, work);
    if (reply.status() == 404) {
      return Json.object();
    }
    if (!reply.isOk()) {
      throw cluster.refused(request, reply);
    }
    JsonNode answer = cluster.json(request, reply);
    JsonNode old = answer.path("responses").path(0).path("snapshots").path(0);
    return old.isMissingNode() ? answer.path("snapshots").path(0) : old;
  }

  private static boolean isUsable(JsonNode snapshot) {
    String state = snapshot.path("state").asText();
    return state.equals("SUCCESS") || state.equals("IN_PROGRESS") || state.equals("STARTED");
  }

  private void delete(String path, Work work) {
    Request request = Request.of("DELETE", "/_snapshot/" + path);
    Reply reply = cluster.ask(request, work);
    if (!reply.isOk() && reply.status() != 404) {
      throw cluster.refused(request, reply);
    }
  }

  private static String reasons(JsonNode snapshot) {
    JsonNode failures = snapshot.path("failures");
    String said = snapshot.path("reason").asText("");
    return failures.isEmpty() ? said : failures.path(0).path("reason").asText(said);
  }
}
