package com.harena.allinone.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.compose.ServiceSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicTextsTest {
  private static final Path BLUEPRINT =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");

  private final Blueprint blueprint = BlueprintLoader.load(BLUEPRINT);
  private final SecretScanner scanner = new SecretScanner(ServiceSecrets.of(blueprint), List.of());

  @Test
  void noFileOfTheHostBundleHoldsASecret(@TempDir Path folder) throws IOException {
    Path jar = Files.writeString(folder.resolve("allinone.jar"), "a stand-in");
    HostBundle bundle = HostBundle.of(blueprint, jar);
    List<String> findings = new ArrayList<>();
    for (String path : bundle.paths()) {
      scanner.findings(bundle.text(path)).forEach(each -> findings.add(path + " " + each));
    }

    assertThat(findings).isEmpty();
    assertThat(bundle.paths()).contains("compose.yaml", "host.json", "artefacts.json");
  }

  @Test
  void defect16UserDataHoldsNoSecret() {
    String userData = UserData.of(blueprint).text();

    assertThat(scanner.findings(userData)).isEmpty();
    assertThat(userData).doesNotContain(ServiceSecrets.of(blueprint));
  }

  @Test
  void theScannerKnowsTheNamesOfTheApplicationsSecrets() {
    assertThat(scanner.findings("DATABASE_PASSWORD: tomato")).hasSize(1);
    assertThat(scanner.findings("REDIS_PASSWORD=tomato")).hasSize(1);
  }
}
