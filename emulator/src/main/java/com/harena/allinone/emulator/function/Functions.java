package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.CallHeaders;
import com.harena.allinone.emulator.server.Callbacks;
import com.harena.allinone.emulator.server.Interceptor;
import com.harena.allinone.emulator.server.Onward;
import com.harena.allinone.emulator.server.Refusals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/**
 * Lambda's functions: moto keeps what they are, this keeps their code and runs them, for whoever
 * invokes them through the API.
 */
public final class Functions implements Interceptor {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final FunctionSource source;
  private final FunctionRunner runner;
  private final ExecutorService later;
  private final Callbacks callbacks;
  private final Map<String, Path> code = new ConcurrentHashMap<>();

  /**
   * Functions that run on a runtime.
   *
   * @param folder holds their code
   * @param later runs what nobody waits for
   * @param callbacks where the providers of custom resources answer
   */
  public Functions(
      Path folder,
      FunctionSource source,
      FunctionRunner runner,
      ExecutorService later,
      Callbacks callbacks) {
    this.folder = folder;
    this.source = source;
    this.runner = runner;
    this.later = later;
    this.callbacks = callbacks;
  }

  @Override
  public Answer intercept(Call call, Onward onward) throws IOException {
    Optional<FunctionPath> path = FunctionPath.of(call);
    if (path.isEmpty()) {
      return onward.pass(call);
    }
    String part = path.get().part();
    Optional<String> function = path.get().function();
    if (call.method().equals("POST") && function.isEmpty()) {
      return created(call, onward);
    } else if (call.method().equals("PUT") && part.equals("code")) {
      return changed(function.orElseThrow(), call, onward);
    } else if (call.method().equals("DELETE") && part.isEmpty() && function.isPresent()) {
      Answer answer = onward.pass(call);
      if (answer.status() < 300) {
        code.remove(function.get());
      }
      return answer;
    } else if (call.method().equals("POST") && part.equals("invocations")) {
      return invoked(function.orElseThrow(), call);
    }
    return onward.pass(call);
  }

  private Answer created(Call call, Onward onward) throws IOException {
    Answer answer = onward.pass(call);
    if (answer.status() < 300) {
      JsonNode request = JSON.readTree(call.body().text().orElse("{}"));
      keep(FunctionPath.name(request.path("FunctionName").asText()), request.path("Code"), onward);
    }
    return answer;
  }

  private Answer changed(String function, Call call, Onward onward) throws IOException {
    Answer answer = onward.pass(call);
    if (answer.status() < 300) {
      keep(function, JSON.readTree(call.body().text().orElse("{}")), onward);
    }
    return answer;
  }

  private void keep(String function, JsonNode given, Onward onward) throws IOException {
    byte[] zip =
        given.hasNonNull("ZipFile")
            ? Base64.getDecoder().decode(given.get("ZipFile").asText())
            : source.fetch(given.path("S3Bucket").asText(), given.path("S3Key").asText(), onward);
    Path place = folder.resolve(function + "-" + UUID.randomUUID());
    FunctionCode.unpack(zip, place);
    code.put(function, place);
  }

  private Answer invoked(String function, Call call) {
    Path place = code.get(function);
    if (place == null) {
      return Refusals.of(call, 404, "ResourceNotFoundException", "Function not found: " + function);
    }
    String event = call.body().text().filter(text -> !text.isBlank()).orElse("{}");
    String type = call.headers().first("X-Amz-Invocation-Type").orElse("RequestResponse");
    if (type.equals("Event")) {
      later.execute(() -> runLater(function, place, event));
      return new Answer(202, CallHeaders.none(), Body.empty());
    }
    return told(call, runner.run(function, place, event));
  }

  /** A provider that is not going to answer is told of at once, not when its time is over. */
  private void runLater(String function, Path place, String event) {
    Optional<RuntimeException> failure = runner.runUntilItSucceeds(function, place, event);
    if (failure.isPresent()) {
      callbacks.hopeless(answerTo(event), failure.get());
    }
  }

  private static String answerTo(String event) {
    try {
      return JSON.readTree(event).path("ResponseURL").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private static Answer told(Call call, Invocation done) {
    CallHeaders headers =
        new CallHeaders(List.of(Map.entry("Content-Type", "application/json")))
            .with("X-Amz-Executed-Version", "$LATEST");
    if (done.error().isPresent()) {
      headers = headers.with("X-Amz-Function-Error", done.error().get());
    }
    if (call.headers().first("X-Amz-Log-Type").filter("Tail"::equals).isPresent()) {
      byte[] log = done.log().getBytes(StandardCharsets.UTF_8);
      byte[] tail = java.util.Arrays.copyOfRange(log, Math.max(0, log.length - 4096), log.length);
      headers = headers.with("X-Amz-Log-Result", Base64.getEncoder().encodeToString(tail));
    }
    return new Answer(200, headers, Body.of(done.payload()));
  }
}
