package com.harena.allinone.emulator.association;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;

/** One command on one instance, with the words that Systems Manager has for how it goes. */
final class ShellCommand {
  /** Characters that {@code GetCommandInvocation} hands back (its reference). */
  static final int OUTPUT_LIMIT = 24_000;

  /** The same for standard error. */
  static final int ERRORS_LIMIT = 8_000;

  private static final int NO_EXIT = -1;

  private final ObjectNode told;
  private final String instance;
  private String status = "Pending";
  private String details = "Pending";
  private ShellResult result = new ShellResult(NO_EXIT, "", "");
  private Optional<Instant> began = Optional.empty();
  private Optional<Instant> ended = Optional.empty();
  private Optional<Future<?>> run = Optional.empty();
  private Optional<Future<?>> limitTimer = Optional.empty();

  /** A command as {@code SendCommand} described it. */
  ShellCommand(ObjectNode told, String instance) {
    this.told = told;
    this.instance = instance;
  }

  String id() {
    return told.path("CommandId").asText();
  }

  String instance() {
    return instance;
  }

  String script() {
    return String.join("\n", Json.texts(told.path("Parameters").path("commands")));
  }

  Duration limit() {
    return Duration.ofSeconds(
        Long.parseLong(told.path("Parameters").path("executionTimeout").path(0).asText("3600")));
  }

  synchronized void runs(Future<?> future) {
    run = Optional.of(future);
  }

  /** What ends it when its time is up; forgotten once it has ended. */
  synchronized void endsWith(Future<?> timer) {
    if (ended.isPresent()) {
      timer.cancel(false);
    } else {
      limitTimer = Optional.of(timer);
    }
  }

  synchronized void begin() {
    began = Optional.of(Instant.now());
    become("InProgress", "InProgress");
  }

  synchronized void end(ShellResult how) {
    if (ended.isEmpty()) {
      result = how;
      become(how.exitStatus() == 0 ? "Success" : "Failed");
      limitTimer.ifPresent(timer -> timer.cancel(false));
    }
  }

  /** The script is asked to end. */
  synchronized void cut(String word, String detail) {
    if (ended.isEmpty()) {
      become(word, detail);
      ended = Optional.of(Instant.now());
      run.ifPresent(future -> future.cancel(true));
    }
  }

  private void become(String end) {
    become(end, end);
    ended = Optional.of(Instant.now());
  }

  private void become(String word, String detail) {
    if (ended.isEmpty()) {
      status = word;
      details = detail;
    }
  }

  /** As {@code GetCommandInvocation} answers. */
  synchronized ObjectNode invocation() {
    ObjectNode json =
        Json.object("CommandId", id())
            .put("InstanceId", instance)
            .put("Comment", told.path("Comment").asText())
            .put("DocumentName", Association.DOCUMENT)
            .put("DocumentVersion", "$DEFAULT")
            .put("PluginName", "aws:runShellScript")
            .put("ResponseCode", result.exitStatus())
            .put("Status", status)
            .put("StatusDetails", details)
            .put("StandardOutputContent", cut(result.output(), OUTPUT_LIMIT))
            .put("StandardErrorContent", cut(result.errors(), ERRORS_LIMIT));
    began.ifPresent(at -> json.put("ExecutionStartDateTime", at.toString()));
    ended.ifPresent(at -> json.put("ExecutionEndDateTime", at.toString()));
    return json;
  }

  /** As {@code ListCommandInvocations} answers. */
  synchronized ObjectNode listed() {
    return Json.object("CommandId", id())
        .put("InstanceId", instance)
        .put("Comment", told.path("Comment").asText())
        .put("DocumentName", Association.DOCUMENT)
        .put("RequestedDateTime", told.path("RequestedDateTime").asDouble())
        .put("Status", status)
        .put("StatusDetails", details);
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
