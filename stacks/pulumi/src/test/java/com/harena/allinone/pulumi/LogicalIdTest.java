package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogicalIdTest {
  private static final Path REVIEWED =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.template.json");

  @Test
  void namesAsTheReviewedTemplateDoes() throws IOException {
    List<String> reviewed = new ArrayList<>();
    new ObjectMapper()
        .readTree(REVIEWED.toFile())
        .get("Resources")
        .fieldNames()
        .forEachRemaining(reviewed::add);
    assertThat(reviewed)
        .contains(
            LogicalId.of("Network", "Vpc"),
            LogicalId.of("Owner", "Default"),
            LogicalId.of("Edge", "Site", "Bucket", "Resource"),
            LogicalId.of("Alarms", "BackupOverdue"),
            LogicalId.of("Notifications", "Topic", "ops@example.org", "Resource"));
  }

  @Test
  void refusesAPathThatNamesNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogicalId.of("Default"))
        .withMessageContaining("names no resource");
  }
}
