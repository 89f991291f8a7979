package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.testing.Program;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The watcher as the bundle ships it, before a metadata service of its own. */
@Timeout(300)
class SpotIT {
  private static final String META = "/latest/meta-data/";
  private static final String ACTION = META + "spot/instance-action";
  private static final String REBALANCE = META + "events/recommendations/rebalance";
  private static final String NOTICE = "{\"action\": \"stop\", \"time\": \"2026-11-28T09:00:00Z\"}";

  @TempDir private Path folder;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile String valid = "";
  private HttpServer metadata;
  private Process watcher;

  @BeforeEach
  void start() throws IOException {
    Program.Result curl = Program.named("curl").run("--version");
    if (curl.status() != 0) {
      Program.missing("curl", curl.output());
    }
    metadata = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    metadata.createContext("/", this::answer);
    metadata.start();
    standIn("java", "echo \"java $*\"; echo done >> ../java-ran");
    standIn("systemctl", "echo \"systemctl $*\"");
    standIn("sleep", "[[ $1 == 600 ]] || exec /usr/bin/sleep 0.05");
    watch();
  }

  @AfterEach
  void end() {
    watcher.descendants().forEach(ProcessHandle::destroyForcibly);
    watcher.destroyForcibly();
    metadata.stop(0);
  }

  @Test
  void asksWithATokenAndDoesNothingUntilThereIsANotice() throws Exception {
    await(() -> count(ACTION) > 5);

    assertThat(said()).doesNotContain("java", "notice:");
    assertThat(tokens.get()).isEqualTo(1);

    answers.put(ACTION, NOTICE);
    watcher.waitFor();
    assertThat(said())
        .contains("notice: " + NOTICE, "allinone.jar instance interrupted --notice " + NOTICE);
    assertThat(Files.readAllLines(folder.resolve("java-ran"))).hasSize(1);
  }

  @Test
  void servesAgainWhenTheInstanceWasNotStoppedAfterAll() throws Exception {
    answers.put(ACTION, NOTICE);
    watcher.waitFor();

    assertThat(said()).endsWith("systemctl restart --no-block allinone.service\n");
  }

  @Test
  void logsARebalanceRecommendationOnceAndActsOnNone() throws Exception {
    answers.put(REBALANCE, "{\"noticeTime\": \"2026-11-28T08:00:00Z\"}");
    await(() -> count(REBALANCE) > 5);
    answers.put(REBALANCE, "{\"noticeTime\": \"2026-11-28T08:30:00Z\"}");
    int before = count(REBALANCE);
    await(() -> count(REBALANCE) > before + 5);

    assertThat(said().lines().filter(line -> line.contains("rebalance")))
        .hasSize(2)
        .allMatch(line -> line.contains("changes nothing"));
    assertThat(said()).doesNotContain("java");
  }

  @Test
  void getsANewTokenWhenTheOldOneIsTakenNoMore() throws Exception {
    await(() -> count(ACTION) > 2);
    valid = "none";

    await(() -> tokens.get() > 1 && valid.startsWith("token"));
    answers.put(ACTION, NOTICE);
    watcher.waitFor();

    assertThat(said()).contains("notice: " + NOTICE);
  }

  @Test
  void outlivesAMetadataServiceThatIsAway() throws Exception {
    await(() -> count(ACTION) > 2);
    InetSocketAddress address = metadata.getAddress();
    metadata.stop(0);
    Thread.sleep(300);
    assertThat(watcher.isAlive()).isTrue();
    metadata = HttpServer.create(address, 0);
    metadata.createContext("/", this::answer);
    answers.put(ACTION, NOTICE);
    metadata.start();

    watcher.waitFor();

    assertThat(said()).contains("notice: " + NOTICE);
  }

  private void watch() throws IOException {
    Path script = Files.createDirectories(folder.resolve("bundle/bin")).resolve("spot");
    Files.writeString(script, Resource.text("bin/spot"));
    Path run = Files.createDirectories(folder.resolve("run"));
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.environment().put("RUNTIME_DIRECTORY", run.toString());
    builder
        .environment()
        .put(
            "AWS_EC2_METADATA_SERVICE_ENDPOINT",
            "http://127.0.0.1:" + metadata.getAddress().getPort());
    builder.environment().put("PATH", folder + ":/usr/bin:/bin");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
    watcher = builder.start();
  }

  private void standIn(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/latest/api/token") && exchange.getRequestMethod().equals("PUT")) {
      valid = "token-" + tokens.incrementAndGet();
      send(exchange, 200, valid);
      return;
    }
    boolean known = valid.equals(exchange.getRequestHeaders().getFirst("X-aws-ec2-metadata-token"));
    String text = answers.get(path);
    send(exchange, known ? (text == null ? 404 : 200) : 401, text == null ? "" : text);
    asked.add(path);
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int count(String path) {
    return Collections.frequency(List.copyOf(asked), path);
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      assertThat(watcher.isAlive()).as("the watcher ended").isTrue();
      Thread.sleep(20);
    }
  }
}
