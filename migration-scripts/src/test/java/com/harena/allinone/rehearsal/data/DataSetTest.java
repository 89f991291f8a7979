package com.harena.allinone.rehearsal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How much data a scale means. */
final class DataSetTest {
  @Test
  void isAMillionTransactionsAtScaleOne() {
    assertThat(new DataSet(1).transactions()).isEqualTo(1_000_000);
    assertThat(new DataSet(1).documents()).isEqualTo(120_000);
  }

  @Test
  void refusesScalesThatMakeNoSense() {
    for (double scale : new double[] {0, -1, 101, Double.NaN}) {
      assertThatThrownBy(() -> new DataSet(scale))
          .hasMessage("scale %s; allowed: 0.001 to 100".formatted(scale));
    }
  }
}
