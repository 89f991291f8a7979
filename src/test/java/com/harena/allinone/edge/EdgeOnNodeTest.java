package com.harena.allinone.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.handler.HandlerSource;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs function and handlers on the machine's Node.js: the test scripts say what they do. */
class EdgeOnNodeTest {
  /** CloudFront's limit for the source of a function. */
  private static final int LONGEST_FUNCTION = 10 * 1024;

  @TempDir Path folder;

  @Test
  void thePageRoutingFindsPagesAndLeavesMissingObjectsMissing() throws IOException {
    assertThat(PageRouting.code()).hasSizeLessThan(LONGEST_FUNCTION);
    Files.writeString(folder.resolve("page-routing.js"), PageRouting.code());
    run("page-routing.test.js", 6);
  }

  @Test
  void theHandlersConnectCloudFrontToTheInstance() throws IOException {
    Files.createDirectory(folder.resolve("handlers"));
    for (HandlerSource handler :
        List.of(
            EdgeHandlers.originGroup(), EdgeHandlers.prefixList(), EdgeHandlers.originSecret())) {
      Files.writeString(folder.resolve("handlers").resolve(handler.name()), handler.code());
    }
    copy("/com/harena/allinone/handler/harness.js");
    run("edge.test.js", 9);
  }

  private void copy(String resource) throws IOException {
    try (InputStream text = EdgeOnNodeTest.class.getResourceAsStream(resource)) {
      Files.copy(text, folder.resolve(Path.of(resource).getFileName()));
    }
  }

  private void run(String script, int scenarios) throws IOException {
    copy(script);
    Program.Result result = Program.named("node").run("--test", folder.resolve(script).toString());
    assertThat(result.status()).as(result.output()).isZero();
    assertThat(result.output()).containsPattern("# pass " + scenarios + "\\b");
  }
}
