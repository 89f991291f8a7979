package com.harena.allinone.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.emulator.testing.LinkedCheckout;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local AWS as a process: what it says when it cannot start, and what outlives its end. */
class ServeProcessIT {
  private static final String PATH = System.getenv("PATH");

  @TempDir private Path folder;

  @Test
  void refusesAPortInUseAndLeavesNothingRunning() throws Exception {
    LocalMoto.environment();
    Path checkout = LinkedCheckout.in(folder);
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());

      Process process = serve(checkout, Map.of(), "--port", port);

      assertThat(failure(process))
          .startsWith("port " + port + " of 127.0.0.1 cannot be used")
          .endsWith("name another, or none for a free one");
      assertThat(process.descendants()).isEmpty();
      assertThat(checkout.resolve(".allinone/local/state.json")).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"70000", "-1", "http"})
  void refusesAPortThatIsNone(String port) throws Exception {
    assertThat(failure(serve(folder, Map.of(), "--port", port)))
        .isEqualTo("port " + port + " is none: name one from 1 to 65535");
  }

  @Test
  void saysHowToGetPythonWhereItIsMissing() throws Exception {
    assertThat(failure(serve(folder, Map.of("PATH", folder.toString()))))
        .startsWith("python3 is not on the path: the local AWS needs Python 3.10 or newer:")
        .contains("apt-get install python3");
  }

  @Test
  void saysThatThePackageIndexMayBeOutOfReach() throws Exception {
    LocalMoto.environment();
    Map<String, String> nowhere =
        Map.of(
            "PATH", PATH,
            "PIP_INDEX_URL", "http://127.0.0.1:1/",
            "PIP_NO_CACHE_DIR", "1",
            "PIP_CONFIG_FILE", "/dev/null",
            "PIP_RETRIES", "0");

    String failure = failure(serve(folder, nowhere));

    assertThat(failure)
        .startsWith("pip could not install moto: is the package index reachable?")
        .doesNotContain("Traceback", "\tat ");
    assertThat(folder.resolve(".allinone/local/state.json")).doesNotExist();
  }

  @Test
  void beginsEmptyAfterItWasKilled() throws Exception {
    LocalMoto.environment();
    Path checkout = LinkedCheckout.in(folder);
    Process first = serve(checkout, Map.of());
    JsonNode state = state(checkout, first);
    put(state, "kept-by-nobody");
    List<ProcessHandle> servers = first.descendants().toList();
    assertThat(servers).isNotEmpty();

    first.destroyForcibly().waitFor();
    for (ProcessHandle server : servers) {
      server.onExit().get(20, TimeUnit.SECONDS);
    }
    Process second = serve(checkout, Map.of());
    try {
      JsonNode again = state(checkout, second);
      JsonNode status = json(again, "_allinone/status");
      assertThat(again.path("pid").asLong()).isEqualTo(second.pid());
      assertThat(status.path("moto").asText()).isEqualTo("running");
      assertThat(status.path("stacks")).isEmpty();
      assertThat(head(again, "kept-by-nobody")).isEqualTo(404);
    } finally {
      second.destroy();
      second.waitFor();
    }
    assertThat(checkout.resolve(".allinone/local/state.json")).doesNotExist();
  }

  @Test
  void endsAFunctionThatRunsWhenItIsKilled() throws Exception {
    LocalMoto.environment();
    Path checkout = LinkedCheckout.in(folder);
    Process process = serve(checkout, Map.of());
    int port = state(checkout, process).path("port").asInt();
    EndlessFunction function = EndlessFunction.at(URI.create("http://127.0.0.1:" + port));
    function.run(false, folder.resolve("waits"));
    function.run(true, folder.resolve("computes"));
    List<ProcessHandle> runs = EndlessFunction.runs(process);
    assertThat(runs).hasSize(2);

    process.destroyForcibly().waitFor();

    for (ProcessHandle run : runs) {
      run.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  private Process serve(Path checkout, Map<String, String> variables, String... words)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--checkout",
                checkout.toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().putAll(variables);
    return builder.start();
  }

  /** The one reason that it ended for. */
  private String failure(Process process) throws Exception {
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    String said = Files.readString(folder.resolve("said"));
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    assertThat(said).contains("failure: ").doesNotContain("\tat ");
    return said.substring(said.indexOf("failure: ") + "failure: ".length()).strip();
  }

  private JsonNode state(Path checkout, Process process) throws Exception {
    Path file = checkout.resolve(".allinone/local/state.json");
    ObjectMapper mapper = new ObjectMapper();
    for (int attempt = 0; attempt < 1200 && process.isAlive(); attempt++) {
      if (Files.exists(file)) {
        JsonNode state = mapper.readTree(file.toFile());
        if (state.path("pid").asLong() == process.pid()) {
          return state;
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it does not serve: " + Files.readString(folder.resolve("said")));
  }

  private static void put(JsonNode state, String bucket) throws IOException {
    var connection = connection(state, bucket);
    connection.setRequestMethod("PUT");
    connection.setDoOutput(true);
    connection
        .getOutputStream()
        .write(
            "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(connection.getResponseCode()).isEqualTo(200);
    assertThat(head(state, bucket)).isEqualTo(200);
  }

  private static int head(JsonNode state, String bucket) throws IOException {
    var connection = connection(state, bucket);
    connection.setRequestMethod("HEAD");
    return connection.getResponseCode();
  }

  private static HttpURLConnection connection(JsonNode state, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:%d/%s".formatted(state.path("port").asInt(), path));
    var connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=local/20261127/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0");
    return connection;
  }

  private static JsonNode json(JsonNode state, String path) throws IOException {
    try (InputStream answer = connection(state, path).getInputStream()) {
      return new ObjectMapper().readTree(answer);
    }
  }
}
