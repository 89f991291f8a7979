package com.harena.allinone.stack.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RowVerdictTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final Path BLUEPRINT = CHECKOUT.resolve("stacks/harena.yaml");

  private static Schemas schemas;

  @BeforeAll
  static void readTheSchemasOnce() {
    schemas = Schemas.load(CHECKOUT);
  }

  /** A stack of three resources, enough for every verdict. */
  private static Deployed small(Blueprint blueprint) {
    String type = blueprint.machine().type().awsName();
    return small(blueprint, String.format("%08x", type.hashCode()));
  }

  private static Deployed small(Blueprint blueprint, String suffix) {
    String template =
        """
        {'Resources': {
          'Data': {'Type': 'AWS::EC2::Volume', 'DeletionPolicy': 'Retain',
            'Properties': {'Size': %d, 'AvailabilityZone': '%s'}},
          'Template%s': {'Type': 'AWS::EC2::LaunchTemplate', 'Properties': {
            'LaunchTemplateData': {'InstanceType': '%s'}}},
          'Instance%s': {'Type': 'AWS::EC2::Instance', 'Properties': {'LaunchTemplate': {
            'Version': {'Fn::GetAtt': ['Template%s', 'LatestVersionNumber']}}}}}}
        """
            .formatted(
                blueprint.disk().size().gibibytes(),
                blueprint.zone(),
                suffix,
                blueprint.machine().type().awsName(),
                suffix,
                suffix);
    String compose =
        """
        {'services': {'redis': {'memory': '%s'}, 'backup': {'profiles': ['backup'], 'memory': '%s'}}}
        """
            .formatted(
                blueprint.services().redis().memory(), blueprint.services().backup().memory());
    return new Deployed(blueprint.deployment(), parse(template), parse(compose).root(), "engine");
  }

  private static Template parse(String json) {
    return Template.parse(json.replace('\'', '"'));
  }

  private static RowVerdict verdict(
      Function<Blueprint, Deployed> synthesis, String path, Object value) {
    return RowVerdict.of(
        new RedeployRow(path, null, Map.of(path, value), "none", "kept", "a test"),
        BLUEPRINT,
        schemas,
        synthesis);
  }

  @Test
  void judgesEachKindOfChange() {
    Function<Blueprint, Deployed> synthesis = RowVerdictTest::small;

    assertThat(verdict(synthesis, "machine.type", "t4g.medium"))
        .isEqualTo(
            new RowVerdict(
                UpdateKind.REPLACEMENT,
                "replaced",
                List.of("replaces Instance, Template"),
                List.of()));
    assertThat(verdict(synthesis, "disk.size", "60 GiB").kind()).isEqualTo(UpdateKind.IN_PLACE);
    assertThat(verdict(synthesis, "disk.size", "30 GiB").kind()).isEqualTo(UpdateKind.REFUSED);
    assertThat(verdict(synthesis, "budget.monthlyDollars", 20).kind()).isEqualTo(UpdateKind.NONE);
    assertThat(verdict(synthesis, "services.redis.memory", "112 MiB").effects())
        .containsExactly("Compose recreates redis");
    assertThat(verdict(synthesis, "services.backup.memory", "112 MiB").kind())
        .isEqualTo(UpdateKind.NONE);
  }

  @Test
  void refusesWhatTheLoaderRefusesAndAnotherStack() {
    assertThat(verdict(RowVerdictTest::small, "services.redis.memory", "9 GiB"))
        .satisfies(verdict -> assertThat(verdict.kind()).isEqualTo(UpdateKind.REFUSED))
        .satisfies(verdict -> assertThat(verdict.effects()).isNotEmpty());
    assertThat(verdict(RowVerdictTest::small, "name", "harbour").effects())
        .singleElement()
        .asString()
        .contains("another stack beside this one");
  }

  @Test
  void reportsAStackThatBreaksAnInvariant() {
    assertThat(verdict(blueprint -> small(blueprint, "0a0a0a0a"), "machine.type", "t4g.medium"))
        .satisfies(
            verdict ->
                assertThat(verdict.faults())
                    .singleElement()
                    .asString()
                    .contains("keeps its suffix"));
  }

  @Test
  void anEngineSettingRestartsEveryContainerThatRuns() {
    JsonNode compose = parse("{'services': {'a': {}, 'b': {}, 'c': {'profiles': ['x']}}}").root();
    Deployed before = new Deployed("s", parse("{}"), compose, "one");

    assertThat(before.recreatedBy(new Deployed("s", parse("{}"), compose, "two")))
        .containsExactly("a", "b");
  }

  @Test
  void writesATableThatAReaderCanFollow() {
    RedeployRow row =
        new RedeployRow(
            "disk.size", null, Map.of("disk.size", "60 GiB"), "in-place", "kept", "it grows");

    assertThat(
            SafetyTable.markdown(
                BLUEPRINT,
                Map.of(
                    row,
                    new RowVerdict(
                        UpdateKind.IN_PLACE, "kept", List.of("changes in place Data"), List.of()))))
        .contains(
            "| `disk.size` | 40 GiB → 60 GiB | in-place | kept | changes in place Data | it grows"
                + " |")
        .contains("| AWS::EC2::Volume | Size | refused | Amazon EBS does not support sizing down");
  }
}
