package com.harena.allinone.emulator.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.proof.Blueprints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * cfn-lint on the reviewed template, and on the form of it whose origin is an address: everything
 * that it says is mended, or excused by its place.
 */
class ReviewedTemplateLintIT {
  private static final int SHORTEST_REASON = 40;
  private static final Path TEMPLATE =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.template.json");

  @TempDir private static Path folder;
  private static CfnLint lint;
  private static List<LintFinding> findings;

  @BeforeAll
  static void ask() throws IOException {
    lint = CfnLint.installed();
    findings = new ArrayList<>(lint.findings(TEMPLATE.toAbsolutePath(), folder));
    String other = new Blueprints(folder).synthesize(Map.of("edge.origin", "address")).text();
    findings.addAll(
        lint.findings(Files.writeString(folder.resolve("address.json"), other), folder));
  }

  @Test
  void everyFindingIsMendedOrExcused() {
    List<LintExcuse> excuses = LintExcuse.all();

    assertThat(findings)
        .filteredOn(finding -> excuses.stream().noneMatch(excuse -> excuse.covers(finding)))
        .isEmpty();
  }

  @Test
  void everyExcuseIsNeededAndHasItsReason() {
    assertThat(LintExcuse.all())
        .isNotEmpty()
        .allMatch(excuse -> findings.stream().anyMatch(excuse::covers))
        .allMatch(excuse -> excuse.reason().length() > SHORTEST_REASON);
  }

  @Test
  void findsAFaultThatIsPlanted() throws IOException {
    Path faulty = folder.resolve("faulty.json");
    String planted = Files.readString(TEMPLATE).replace("\"VolumeType\":", "\"VolumeTyp\":");

    assertThat(lint.findings(Files.writeString(faulty, planted), folder))
        .anyMatch(
            finding -> finding.rule().startsWith("E") && finding.message().contains("VolumeTyp"));
  }
}
