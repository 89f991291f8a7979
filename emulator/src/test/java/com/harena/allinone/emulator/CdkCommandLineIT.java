package com.harena.allinone.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.program.Program;
import com.harena.allinone.emulator.testing.LocalMoto;
import com.harena.allinone.emulator.testing.OptionalPart;
import com.harena.allinone.emulator.testing.TinyApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/** The pinned CDK command line, unchanged, against a local AWS in this process. */
class CdkCommandLineIT {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir private Path folder;

  @Test
  void bootstrapsDeploysAndDestroysAStackWithACustomResource() throws IOException {
    LocalMoto.environment();
    Path node = CHECKOUT.resolve("node_modules/node/bin/node");
    OptionalPart.need("node", Files.isExecutable(node), "npm ci was not run in the checkout");
    Path app = TinyApp.write(folder.resolve("app"));
    LocalSettings settings = LocalSettings.of(CHECKOUT).folder(folder.resolve("run")).build();
    try (LocalAws local = LocalAws.start(settings, ignored -> {});
        S3Client s3 = local.clients().of(S3Client.builder())) {
      cdk(local, node, app, "bootstrap", "aws://123456789012/eu-west-1");
      assertThat(cdk(local, node, app, "deploy", "--require-approval", "never"))
          .contains("Tiny.Twice = 42");
      assertThat(bucketsOfTheStack(s3)).hasSize(1);
      long before = local.front().calls().calls();
      assertThat(cdk(local, node, app, "deploy", "--require-approval", "never"))
          .contains("(no changes)");
      assertThat(local.front().calls().after(before))
          .extracting(call -> call.operation().action())
          .doesNotContain("ExecuteChangeSet", "CreateFunction", "PUT /");
      assertThat(cdk(local, node, app, "diff")).contains("There were no differences");
      assertThat(cdk(local, node, app, "destroy", "--force")).contains("destroyed");
      assertThat(bucketsOfTheStack(s3)).isEmpty();
      assertThat(local.front().calls().serverErrors()).isZero();
    }
  }

  private static List<String> bucketsOfTheStack(S3Client s3) {
    return s3.listBuckets().buckets().stream()
        .map(bucket -> bucket.name())
        .filter(name -> name.startsWith("tiny-"))
        .toList();
  }

  private static String cdk(LocalAws local, Path node, Path app, String... words) {
    List<String> all = new ArrayList<>();
    all.add(CHECKOUT.resolve("node_modules/aws-cdk/bin/cdk").toString());
    all.addAll(List.of("--app", app.toString()));
    all.addAll(List.of(words));
    Program.Result result =
        new Program(node)
            .run(LIMIT, app.getParent(), local.environment(), all.toArray(String[]::new));
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }
}
