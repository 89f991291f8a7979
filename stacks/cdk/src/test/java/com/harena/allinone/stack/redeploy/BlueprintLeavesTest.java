package com.harena.allinone.stack.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BlueprintLeavesTest {
  @Test
  void readsEveryPropertyFromTheRecords() {
    assertThat(BlueprintLeaves.all())
        .contains(
            "name",
            "machine.purchase",
            "disk.volume",
            "hours.days",
            "services.backend.environment",
            "services.elasticsearch.heap",
            "site.certificate",
            "tags")
        .doesNotContain("machine", "hours", "disk.size.mebibytes")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyPropertyHasARowAndEveryRowAProperty() {
    assertThat(new TreeSet<>(RedeployRow.all().stream().map(RedeployRow::property).toList()))
        .isEqualTo(new TreeSet<>(BlueprintLeaves.all()));
    assertThat(RedeployRow.all())
        .allSatisfy(
            row -> {
              assertThat(row.change()).containsKey(row.property());
              assertThat(row.why()).hasSizeGreaterThan(15);
            });
  }
}
