package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import com.harena.allinone.emulator.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in the shapes of AWS's public samples: deployed whole, or refused by name. */
class ForeignTemplatesTest {
  private static String read(String name) throws IOException {
    try (InputStream in = ForeignTemplatesTest.class.getResourceAsStream("foreign/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Set<String> types(Template template) {
    Set<String> types = new TreeSet<>();
    template.resources().values().forEach(each -> types.add(each.type()));
    return types;
  }

  private static Local local(Set<String> types) {
    return new Local(new MemoryCloud(Local.SCHEMAS), types, LocalCloudFormation.builder());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-rds.yaml", "lambda-api.json", "ecs.yaml"})
  void deploysReadsBackAndDeletesWhole(String name) throws IOException {
    String text = read(name);
    Template template = Template.read(text);
    try (Local local = local(types(template))) {
      assertThat(local.deploy(text).status()).isEqualTo("CREATE_COMPLETE");
      assertThat(local.cloud.shape()).containsOnlyKeys(template.resources().keySet());
      assertThat(local.cloud.shape().toString())
          .doesNotContain("Fn::")
          .doesNotContain("\"Ref\"")
          .doesNotContain("KNOWN_AFTER_APPLY");
      assertThat(local.stack("app").outputs()).hasSameSizeAs(template.outputs().keySet());
      assertThat(local.changeSet(text).status()).isEqualTo("FAILED");
      assertThat(local.delete().status()).isEqualTo("DELETE_COMPLETE");
      assertThat(local.cloud.things()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-rds.yaml", "lambda-api.json", "ecs.yaml"})
  void refusesByNameWhateverOneTypeIsNotMade(String name) throws IOException {
    String text = read(name);
    for (String missing : types(Template.read(text))) {
      Set<String> known = types(Template.read(text));
      known.remove(missing);
      try (Local local = local(known)) {
        assertThatThrownBy(() -> local.deploy(text))
            .isInstanceOf(ApiFailure.class)
            .hasMessageContaining("[" + missing + "] are not supported by the local AWS");
        assertThat(local.cloud.log()).isEmpty();
        assertThat(local.engine.describeStacks(Optional.empty())).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nested.yaml, deploy nested stacks as stacks of their own",
    "serverless.yaml, Transform \"AWS::Serverless-2016-10-31\"",
    "autoscaling.yaml, CreationPolicy"
  })
  void refusesByNameWhatItNeverMakes(String name, String message) throws IOException {
    String text = read(name);
    try (Local local = local(Local.TYPES)) {
      assertThatThrownBy(() -> local.deploy(text))
          .isInstanceOf(ApiFailure.class)
          .hasMessageContaining(message);
      assertThat(local.cloud.log()).isEmpty();
    }
  }

  @Test
  void summarizesWhatATemplateDeclares() throws IOException {
    try (Local local = local(Local.TYPES)) {
      TemplateSummary summary =
          local.engine.getTemplateSummary(Optional.of(read("lambda-api.json")), Optional.empty());
      assertThat(summary.capabilities()).containsExactly("CAPABILITY_IAM");
      assertThat(summary.parameters())
          .singleElement()
          .satisfies(each -> assertThat(each.allowedValues()).containsExactly("test", "prod"));
      assertThat(summary.resourceTypes()).hasSize(6);
    }
  }
}
