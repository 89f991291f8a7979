package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserDataTest {
  static final Path BLUEPRINT =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");

  private final String text = UserData.of(BlueprintLoader.load(BLUEPRINT)).text();

  @Test
  void namesTheDeploymentAndItsVolume() {
    assertThat(text)
        .contains(
            """
            DEPLOYMENT=harena-production
            AWS_REGION=eu-west-1
            PARAMETER_PATH=/allinone/harena-production
            DATA_VOLUME=${DataVolume}
            """);
  }

  @Test
  void refersToNothingButTheDataVolume() {
    assertThat(text.replace(UserData.VOLUME_REFERENCE, "")).doesNotContain("${");
    assertThat(text.split("\\$\\{", -1)).hasSize(2);
  }

  @Test
  void namesAnAdoptedVolumeLiterally() throws IOException {
    Blueprint adopting =
        BlueprintLoader.parse(
            Files.readString(BLUEPRINT)
                .replace("type: gp3", "type: gp3\n  volume: vol-0123456789abcdef0"));

    assertThat(UserData.of(adopting).text())
        .contains("DATA_VOLUME=vol-0123456789abcdef0\n")
        .doesNotContain("${");
  }

  @Test
  void staysFarBelowTheLimitOfEc2() {
    assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(UserData.LIMIT_BYTES / 3);
  }

  @Test
  void leavesNoPlaceholderOfItsTemplate() {
    assertThat(text).doesNotContainPattern("@[a-z]");
    assertThat(text.lines().filter("END"::equals)).hasSize(3);
  }

  @Test
  void startsItsUnitWithoutWaitingForIt() {
    assertThat(text.lines().filter(line -> line.startsWith("systemctl")))
        .containsExactly(
            "systemctl daemon-reload",
            "systemctl enable allinone.service",
            "systemctl start --no-block allinone.service");
  }
}
