package com.harena.allinone.stack.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.testing.Synthesis;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentedRedeployTest {
  private static final List<DocumentedRedeploy> ALL =
      DocumentedRedeploy.all(Synthesis.checkout().resolve("src/docs/redeploy-safety.md"));

  @Test
  void everyRowIsReadWithItsVerdict() {
    assertThat(ALL).extracting(DocumentedRedeploy::row).isEqualTo(RedeployRow.all());
    assertThat(ALL).allMatch(each -> each.kind() == each.row().expected());
  }

  @Test
  void whatHappensIsReadByVerb() {
    DocumentedRedeploy grown =
        ALL.stream()
            .filter(each -> each.row().change().containsValue("60 GiB"))
            .findFirst()
            .orElseThrow();

    assertThat(grown.kind()).isEqualTo(UpdateKind.IN_PLACE);
    assertThat(grown.effects()).containsOnlyKeys("changes in place");
    assertThat(grown.effects().get("changes in place")).isEqualTo(Set.of("DataVolume"));
  }
}
