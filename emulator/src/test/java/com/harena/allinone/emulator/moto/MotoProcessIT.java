package com.harena.allinone.emulator.moto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.io.BufferedReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotoProcessIT {
  @TempDir Path folder;

  @Test
  void servesOnAFreeLoopbackPortUntilItIsClosed() throws Exception {
    MotoProcess moto = LocalMoto.start(folder);
    try (moto) {
      assertThat(status(moto)).isEqualTo(200);
      assertThat(moto.isAlive()).isTrue();
    }
    assertThat(moto.isAlive()).isFalse();
    assertThat(moto.epitaph()).contains("moto has ended with status").contains("moto.log");
  }

  @Test
  void endsWithItsParentAlsoWhenThatIsKilled() throws Exception {
    PythonEnvironment environment = LocalMoto.environment();
    Process parent =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                environment.python().toString(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ProcessHandle moto;
    try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
      moto = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      assertThat(moto.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
    }
    moto.onExit().get(20, TimeUnit.SECONDS);
    assertThat(moto.isAlive()).isFalse();
  }

  @Test
  void saysWhatMotoLastSaidWhenItDoesNotServe() throws Exception {
    Path broken = folder.resolve("python");
    Files.writeString(broken, "#!/bin/sh\necho no module named moto\nexit 3\n");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> MotoProcess.start(new PythonEnvironment(broken, Map.of()), folder))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("moto ended with status 3 before it served")
        .hasMessageContaining("no module named moto");
  }

  private static int status(MotoProcess moto) throws Exception {
    URI page = URI.create("http://127.0.0.1:" + moto.address().getPort() + "/moto-api/");
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    return connection.getResponseCode();
  }

  /** A process that starts moto and then only waits to be killed. */
  static final class Parent {
    public static void main(String[] words) throws Exception {
      PythonEnvironment environment = new PythonEnvironment(Path.of(words[0]), Map.of());
      System.out.println(MotoProcess.start(environment, Path.of(words[1])).pid());
      Thread.sleep(600_000);
    }
  }
}
