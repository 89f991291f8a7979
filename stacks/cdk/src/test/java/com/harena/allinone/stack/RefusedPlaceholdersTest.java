package com.harena.allinone.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.blueprint.Placeholders;
import com.harena.allinone.stack.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnWaitConditionHandle;
import software.amazon.awscdk.Stack;

class RefusedPlaceholdersTest {
  @TempDir private Path folder;

  @Test
  void aTemplateWithPlaceholdersHasARuleThatNeverHolds() throws IOException {
    List<Fault> placeholders = List.of(fault());

    JsonNode assertion = rules(placeholders).at("/NoPlaceholders/Assertions/0");

    assertThat(assertion.path("Assert").path("Fn::Equals").toString())
        .isEqualTo("[\"placeholder\",\"none\"]");
    assertThat(assertion.path("AssertDescription").asText()).contains("still holds a placeholder");
  }

  @Test
  void aTemplateWithoutPlaceholdersHasNoSuchRule() throws IOException {
    assertThat(rules(List.of()).has("NoPlaceholders")).isFalse();
  }

  private Fault fault() throws IOException {
    String text =
        Synthesis.blueprintText()
            .replaceFirst(
                "image: redis:[^@\\s]+@sha256:[0-9a-f]{64}",
                "image: redis:7@placeholder:redis-digest");
    Path file = Files.writeString(folder.resolve("harena.yaml"), text);
    return Placeholders.faults(BlueprintLoader.locate(file)).get(0);
  }

  private JsonNode rules(List<Fault> placeholders) throws IOException {
    App app = Synthesis.app(folder.resolve("cdk.out"));
    Stack stack = new Stack(app, "Stack");
    new CfnWaitConditionHandle(stack, "Anything");
    RefusedPlaceholders.in(stack, placeholders);
    Path template = Path.of(app.synth().getDirectory(), "Stack.template.json");
    return new ObjectMapper().readTree(Files.readString(template)).path("Rules");
  }
}
