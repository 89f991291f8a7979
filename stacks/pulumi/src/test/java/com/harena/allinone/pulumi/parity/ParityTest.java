package com.harena.allinone.pulumi.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.testing.Synthesis;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParityTest {
  private static final EnginesPage PAGE =
      EnginesPage.read(Synthesis.checkout().resolve("src/docs/engines.md"));

  static Stream<String> samples() {
    return Samples.names().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsEveryDifference(String sample) {
    assertThat(Comparison.of(sample).differences())
        .filteredOn(difference -> PAGE.rows().stream().noneMatch(row -> row.tells(difference)))
        .isEmpty();
  }

  @Test
  void tellsNoDifferenceThatIsNoMore() {
    List<Difference> all =
        samples().flatMap(sample -> Comparison.of(sample).differences().stream()).toList();
    assertThat(PAGE.rows()).filteredOn(row -> all.stream().noneMatch(row::tells)).isEmpty();
  }
}
