package com.harena.allinone.pulumi.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.testing.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnginesPageTest {
  private static final Path FILE = Synthesis.checkout().resolve("src/docs/engines.md");

  private static final EnginesPage.Row RUNTIME =
      new EnginesPage.Row(
          "AWS::Lambda::Function", "Runtime", "`nodejs24.x`", "`nodejs22.x`", "known");

  @Test
  void hasTheDifferencesInItsFirstTableOfFiveColumns() throws IOException {
    List<String> table =
        Files.readString(FILE)
            .lines()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> !line.startsWith("#"))
            .filter(line -> line.startsWith("|"))
            .toList();
    assertThat(EnginesPage.cells(table.get(0))).isEqualTo(EnginesPage.HEADS);
    assertThat(table.get(1)).isEqualTo("|---|---|---|---|---|");
    assertThat(table.subList(2, table.size()))
        .allSatisfy(row -> assertThat(EnginesPage.cells(row)).hasSize(EnginesPage.HEADS.size()));
    assertThat(EnginesPage.read(FILE).rows()).hasSize(table.size() - 2);
  }

  @Test
  void saysWhyInEveryRowAndNothingTwice() {
    List<EnginesPage.Row> rows = EnginesPage.read(FILE).rows();
    assertThat(rows).allSatisfy(row -> assertThat(row.reason()).hasSizeGreaterThan(10));
    assertThat(rows)
        .allSatisfy(row -> assertThat(List.of(row.cdk(), row.pulumi())).doesNotContain(""));
    assertThat(rows).doesNotHaveDuplicates();
    assertThat(rows)
        .noneMatch(
            row ->
                row.cdk().equals(EnginesPage.NOTHING) && row.pulumi().equals(EnginesPage.NOTHING));
  }

  @Test
  void aRowTellsTheDifferenceWithItsValuesAndNoOther() {
    assertThat(RUNTIME.tells(runtime("nodejs24.x", "nodejs22.x"))).isTrue();
    assertThat(RUNTIME.tells(runtime("nodejs24.x", "nodejs20.x"))).isFalse();
    assertThat(RUNTIME.tells(runtime("nodejs24.x", null))).isFalse();
  }

  @Test
  void aStarStandsForAnyNameAndWordsForAnyValue() {
    EnginesPage.Row row =
        new EnginesPage.Row("Health*", "resource", "the gate", EnginesPage.NOTHING, "known");
    Difference gate =
        new Difference(
            "AWS::X::Y", "HealthGate1", "resource", Optional.of("made"), Optional.empty());
    assertThat(row.tells(gate)).isTrue();
    assertThat(row.tells(runtime("nodejs24.x", "nodejs22.x"))).isFalse();
  }

  private static Difference runtime(String cdk, String pulumi) {
    return new Difference(
        "AWS::Lambda::Function", "Some", "Runtime", Optional.of(cdk), Optional.ofNullable(pulumi));
  }
}
