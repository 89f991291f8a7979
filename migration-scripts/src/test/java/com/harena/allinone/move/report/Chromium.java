package com.harena.allinone.move.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A headless Chromium with one page, driven through its DevTools port. */
final class Chromium implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> received;
  private final List<JsonNode> events = new ArrayList<>();
  private String session = "";
  private int last;

  private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> received) {
    this.process = process;
    this.socket = socket;
    this.received = received;
  }

  static Chromium start(Path program, Path folder) throws IOException, InterruptedException {
    Path profile = folder.resolve("profile");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < 600 && (!Files.exists(port) || Files.size(port) < 10); i++) {
      Thread.sleep(50);
    }
    List<String> lines = Files.readAllLines(port);
    BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Messages(received))
            .join();
    Chromium chromium = new Chromium(process, socket, received);
    chromium.attach();
    return chromium;
  }

  private void attach() throws InterruptedException, IOException {
    JsonNode target = call("Target.createTarget", parameters().put("url", "about:blank"));
    session =
        call(
                "Target.attachToTarget",
                parameters().put("targetId", target.path("targetId").asText()).put("flatten", true))
            .path("sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", parameters());
    }
  }

  static ObjectNode parameters() {
    return JSON.createObjectNode();
  }

  JsonNode call(String method, ObjectNode parameters) throws InterruptedException, IOException {
    int id = ++last;
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(JSON.writeValueAsString(message), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
      events.add(answer);
    }
  }

  private JsonNode next() throws InterruptedException, IOException {
    JsonNode message = received.poll(30, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("Chromium said nothing for 30 s");
    }
    return message;
  }

  /** Opens a page and waits until it is loaded; returns whatever it complained about. */
  List<String> open(URI page) throws InterruptedException, IOException {
    events.clear();
    call("Page.navigate", parameters().put("url", page.toString()));
    while (events.stream().noneMatch(Chromium::isLoaded)) {
      events.add(next());
    }
    call("Runtime.evaluate", parameters().put("expression", "1"));
    return events.stream().filter(Chromium::isComplaint).map(JsonNode::toString).toList();
  }

  private static boolean isLoaded(JsonNode event) {
    return event.path("method").asText().equals("Page.loadEventFired");
  }

  private static boolean isComplaint(JsonNode event) {
    return switch (event.path("method").asText()) {
      case "Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown" -> true;
      case "Network.requestWillBeSent" -> {
        String url = event.path("params").path("request").path("url").asText();
        yield !url.startsWith("file:") && !url.startsWith("data:");
      }
      default -> false;
    };
  }

  String evaluate(String expression) throws InterruptedException, IOException {
    return call(
            "Runtime.evaluate",
            parameters().put("expression", expression).put("returnByValue", true))
        .path("result")
        .path("value")
        .asText();
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  /** Puts the parts of messages together. */
  private static final class Messages implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> received;
    private final StringBuilder parts = new StringBuilder();

    Messages(BlockingQueue<JsonNode> received) {
      this.received = received;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
      parts.append(data);
      if (isLast) {
        try {
          received.add(JSON.readTree(parts.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
