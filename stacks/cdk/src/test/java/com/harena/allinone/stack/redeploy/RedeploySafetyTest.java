package com.harena.allinone.stack.redeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.Synthesis;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a redeploy does with every property of the blueprint. {@code -Dallinone.renew=true} writes
 * the page of the documentation anew.
 */
class RedeploySafetyTest {
  private static final Path PAGE = Synthesis.checkout().resolve("src/docs/redeploy-safety.md");
  private static final String RENEW =
      "mvn -q -pl stacks/cdk -am verify -Dtest=RedeploySafetyTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dallinone.renew=true";

  private static final Map<RedeployRow, RowVerdict> VERDICTS = new LinkedHashMap<>();
  private static Schemas schemas;

  @BeforeAll
  static void judgeEveryRow() {
    schemas = Schemas.load(Synthesis.checkout());
    for (RedeployRow row : RedeployRow.all()) {
      VERDICTS.put(
          row,
          RowVerdict.of(row, SynthesizedOnce.BLUEPRINT, schemas, RedeploySafetyTest::deployed));
    }
  }

  private static Deployed deployed(Blueprint blueprint) {
    HostBundle bundle = HostBundle.of(blueprint, SynthesizedOnce.BLUEPRINT);
    return new Deployed(
        blueprint.deployment(),
        SynthesizedOnce.template(blueprint),
        yaml(bundle.text("compose.yaml")),
        bundle.text("docker/daemon.json"));
  }

  private static JsonNode yaml(String text) {
    try {
      return new ObjectMapper(new YAMLFactory()).readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyPropertyDoesWhatItsRowSays() {
    assertSoftly(
        softly ->
            VERDICTS.forEach(
                (row, verdict) -> {
                  softly
                      .assertThat(verdict.kind())
                      .as("%s: %s", row, verdict.effects())
                      .isEqualTo(row.expected());
                  softly.assertThat(verdict.instance()).as("%s", row).isEqualTo(row.instance());
                }));
  }

  @Test
  void noRowBreaksAnInvariant() {
    assertSoftly(
        softly ->
            VERDICTS.forEach(
                (row, verdict) -> softly.assertThat(verdict.faults()).as("%s", row).isEmpty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"allinone.jar", "compose.yaml", "units/allinone-backup.timer", "bin/start"})
  void aChangedFileOfTheBundleReachesTheRunningInstanceAndReplacesNothing(String file) {
    Blueprint harena = SynthesizedOnce.harena();
    HostBundle changed = Synthesis.bundle(harena).with(file, "# changed");
    Template before = SynthesizedOnce.template(harena);
    Template after = SynthesizedOnce.template(harena, changed);
    List<ResourceChange> changes = Comparison.of(schemas, before, after);

    assertThat(Comparison.worst(changes)).isEqualTo(UpdateKind.IN_PLACE);
    assertThat(changes)
        .extracting(ResourceChange::type)
        .contains("Custom::AssetCopy", "AWS::SSM::Parameter", "AWS::SSM::Association")
        .doesNotContain("AWS::EC2::LaunchTemplate", "AWS::EC2::Instance", "AWS::EC2::Volume");
    assertThat(Invariants.faults(schemas, before, after, false)).isEmpty();
  }

  @Test
  void thePageIsCurrent() throws IOException {
    String page = SafetyTable.markdown(SynthesizedOnce.BLUEPRINT, VERDICTS);
    if (Boolean.getBoolean("allinone.renew")) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).as("renew the page with%n  %s", RENEW).hasContent(page);
  }
}
