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
          HandlerSource.cloudFrontLeftovers());

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"answer.test.js, 12", "clean-up.test.js, 15"})
  void behaveAsTheScriptDescribes(String script, int scenarios) throws IOException {
    Files.createDirectory(folder.resolve("handlers"));
    for (HandlerSource handler : HANDLERS) {
      Files.writeString(folder.resolve("handlers").resolve(handler.name()), handler.code());
    }
    for (String file : List.of("harness.js", "cloud.js", script)) {
      try (InputStream text = HandlersOnNodeTest.class.getResourceAsStream(file)) {
        Files.copy(text, folder.resolve(file));
      }
    }
    Program.Result result = Program.named("node").run("--test", folder.resolve(script).toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).containsPattern("# pass " + scenarios + "\\b");
  }
}
