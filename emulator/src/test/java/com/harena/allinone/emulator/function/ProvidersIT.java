package com.harena.allinone.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.engine.StackRequest;
import com.harena.allinone.emulator.program.Installed;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Custom resources whose provider fails: what the engine asks of it then. */
class ProvidersIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** A custom resource that nobody answers for an hour of AWS fails here after three minutes. */
  private static final Duration UNSCALED = Duration.ofMinutes(2);

  /** Writes down what it is asked, and does what the property Mode says. */
  private static final String WRITING =
      """
      exports.handler = async (event) => {
        const { Log, Mode } = event.ResourceProperties;
        require("node:fs").appendFileSync(Log, event.RequestType + " " + event.PhysicalResourceId + "\\n");
        const asked = event.RequestType === "Delete" ? "fine" : Mode;
        if (asked === "silent") return;
        const answer = { Status: asked === "fine" ? "SUCCESS" : "FAILED", Reason: "no luck" };
        if (asked !== "nameless") answer.PhysicalResourceId = event.PhysicalResourceId ?? "thing-1";
        await fetch(event.ResponseURL, { method: "PUT", headers: { "content-type": "" }, body: JSON.stringify(answer) });
      };
      """;

  @TempDir static Path folder;
  private static LocalAws local;
  private static int stacks;

  @BeforeAll
  static void start() {
    LocalMoto.environment();
    local =
        LocalAws.start(
            LocalSettings.of(Path.of(System.getProperty("allinone.checkout")))
                .folder(folder)
                .scale(new TimeScale(60))
                .build(),
            System.err::println);
  }

  @AfterAll
  static void stop() {
    if (local != null) {
      local.close();
    }
  }

  @Test
  void tellsAProviderThatFailedToDeleteWhatItNamed() throws IOException {
    assertThat(asked("failing")).containsExactly("Create undefined", "Delete thing-1");
  }

  @Test
  void tellsAProviderThatNamedNothingToDeleteByCloudFormationsName() throws IOException {
    List<String> asked = asked("nameless");
    assertThat(asked).hasSize(2).element(0).isEqualTo("Create undefined");
    assertThat(asked.get(1)).matches("Delete stack-\\d+-Thing-[A-Z0-9]{12}");
  }

  @Test
  void tellsAProviderThatNeverAnsweredToDelete() throws IOException {
    List<String> asked = asked("silent");
    assertThat(asked).hasSize(2).element(0).isEqualTo("Create undefined");
    assertThat(asked.get(1)).matches("Delete stack-\\d+-Thing-[A-Z0-9]{12}");
  }

  @Test
  void refusesAFunctionWhoseRoleDoesNotTrustLambda() {
    String stack =
        create(template(Map.of("CODE", "", "SERVICE", "scheduler.amazonaws.com", "LOG", "")));
    assertThat(failures(stack))
        .singleElement()
        .asString()
        .startsWith("Function ")
        .contains("The role defined for the function cannot be assumed by Lambda.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "python3.12 | index.handler | x = 1 | runtime python3.12: the local AWS runs nodejs only",
        "nodejs22.x | main.handler | exports.handler = 1; | Runtime.ImportModuleError: Cannot find module 'main'",
        "nodejs22.x | index.handle | exports.handler = 1; | Runtime.HandlerNotFound: index.handle is undefined or not exported",
        "nodejs22.x | index.handler | require('@aws-sdk/client-none'); | Cannot find module '@aws-sdk/client-none': the local AWS has @aws-sdk/client-ec2, @aws-sdk/client-s3, @aws-sdk/client-ssm",
      })
  void failsAtOnceByTheNameOfAFunctionThatCanNeverRun(
      String runtime, String handler, String code, String why) {
    Map<String, String> values =
        Map.of("RUNTIME", runtime, "HANDLER", handler, "CODE", code, "LOG", "");
    Instant begin = Instant.now();
    String stack = create(template(values));
    assertThat(Duration.between(begin, Instant.now())).isLessThan(UNSCALED);
    assertThat(local.engine().describeStacks(Optional.of(stack)).get(0).status())
        .isEqualTo("ROLLBACK_COMPLETE");
    assertThat(failures(stack))
        .singleElement()
        .asString()
        .matches("(?s)Thing function stack-\\d+-Function-\\w+ cannot run: .*")
        .contains(why);
  }

  @Test
  void failsWhenAFunctionFailedEachTime() {
    String stack =
        create(
            template(
                Map.of(
                    "CODE", "exports.handler = async () => { throw new TypeError('no'); };",
                    "LOG", "")));
    assertThat(failures(stack))
        .anyMatch(
            line -> line.matches("Thing function stack-\\d+-Function-\\w+ failed: TypeError: no"));
  }

  /** What the provider was asked in a creation that failed and was rolled back. */
  private static List<String> asked(String mode) throws IOException {
    Path log = folder.resolve(mode);
    String template =
        template(
                Map.of(
                    "CODE",
                    WRITING.replace("\n", "\n          "),
                    "MODE",
                    mode,
                    "LIMIT",
                    "silent".equals(mode) ? "10" : "3600"))
            .replace("@LOG@", log.toString());
    String stack = create(template);
    assertThat(local.engine().describeStacks(Optional.of(stack)).get(0).status())
        .as("%s", failures(stack))
        .isEqualTo("ROLLBACK_COMPLETE");
    assertThat(failures(stack)).singleElement().asString().startsWith("Thing ");
    return Files.readAllLines(log);
  }

  private static String template(Map<String, String> values) {
    String text = Installed.resource(ProvidersIT.class, "provider.yaml");
    for (Map.Entry<String, String> each : values.entrySet()) {
      text = text.replace('@' + each.getKey() + '@', each.getValue());
    }
    return text.replace("@SERVICE@", "lambda.amazonaws.com")
        .replace("@RUNTIME@", "nodejs22.x")
        .replace("@HANDLER@", "index.handler")
        .replace("@LIMIT@", "3600")
        .replace("@MODE@", "fine");
  }

  /** Makes a stack of a name of its own, and waits for its end; its ARN. */
  private static String create(String template) {
    stacks++;
    String stack =
        local
            .engine()
            .createStack(
                StackRequest.of("stack-" + stacks)
                    .template(template)
                    .tags(Map.of())
                    .capabilities(Set.of("CAPABILITY_IAM"))
                    .build());
    assertThat(local.engine().awaitIdle(stack, LIMIT)).isTrue();
    return stack;
  }

  private static List<String> failures(String stack) {
    return local.engine().describeEvents(stack, Optional.empty(), true).stream()
        .map(each -> each.logicalId() + " " + each.reason().orElse(""))
        .toList();
  }
}
