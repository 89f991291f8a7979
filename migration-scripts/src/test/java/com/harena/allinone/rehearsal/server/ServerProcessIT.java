package com.harena.allinone.rehearsal.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.endpoint.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of servers whose Java process is killed. */
final class ServerProcessIT {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "redis", "elasticsearch"})
  void endsWithTheProcessThatStartedIt(String kind) throws IOException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StartedServer.class.getName(),
                kind,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = java.inputReader()) {
      Address address = Address.parse(output.readLine());
      assertThat(listens(address)).isTrue();
      java.destroyForcibly();
      Waiting.until(Duration.ofSeconds(10), () -> !listens(address), kind + " to end");
    } finally {
      java.destroyForcibly();
    }
    Waiting.until(
        Duration.ofSeconds(10),
        () -> Programs.run(List.of("pgrep", "-f", folder.toString())).output().isEmpty(),
        "every process of " + kind + " to end");
  }

  private static boolean listens(Address address) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
