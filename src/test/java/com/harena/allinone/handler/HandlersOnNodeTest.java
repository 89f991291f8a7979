package com.harena.allinone.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the handlers on the machine's Node.js: what they do is described in the test scripts. */
class HandlersOnNodeTest {
  private static final List<HandlerSource> HANDLERS =
      List.of(
          HandlerSource.assetCopy(),
          HandlerSource.spotCancellation(),
          HandlerSource.spotSweeper(),
          HandlerSource.cloudFrontLeftovers(),
          HandlerSource.readyGate());

  /** Answers with what it was given. */
  private static final String ECHO =
      "async function handle(request) { return { id: \"1\", data: request }; }\n";

  /** Never calls what the prologue would. */
  private static final String SILENT = "exports.handler = () => new Promise(() => {});\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "answer.test.js, 12",
    "clean-up.test.js, 15",
    "pulumi.test.js, 9",
    "ready-gate.test.js, 8"
  })
  void behaveAsTheScriptDescribes(String script, int scenarios) throws IOException {
    Files.createDirectory(folder.resolve("handlers"));
    for (HandlerSource handler : HANDLERS) {
      Files.writeString(folder.resolve("handlers").resolve(handler.name()), handler.code());
      adapt(handler.name().replace(".js", ""), handler.code());
    }
    adapt("echo", HandlerSource.prologue() + ECHO);
    adapt("silent", SILENT);
    for (String file : List.of("harness.js", "cloud.js", script)) {
      try (InputStream text = HandlersOnNodeTest.class.getResourceAsStream(file)) {
        Files.copy(text, folder.resolve(file));
      }
    }
    Program.Result result = Program.named("node").run("--test", folder.resolve(script).toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).containsPattern("# pass " + scenarios + "\\b");
  }

  private void adapt(String name, String code) throws IOException {
    Path archive = Files.createDirectories(folder.resolve("adapted").resolve(name));
    Files.writeString(archive.resolve("handler.js"), code);
    Files.writeString(archive.resolve("pulumi.js"), HandlerSource.pulumiAdaptor());
  }
}
