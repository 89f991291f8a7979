package com.harena.allinone.host.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.host.cloud.MemorySecretStore;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorSecretsTest {
  private static final String PATH = "/allinone/harena-production/secrets/";

  @TempDir private Path folder;

  private final MemorySecretStore store = new MemorySecretStore();

  @Test
  void writesOverTheOldValueUnderTheDeploymentsPath() throws IOException {
    OperatorSecrets secrets = new OperatorSecrets(blueprint("vpc"), store);

    assertThat(secrets.set("API_KEY", SecretValue.of("first"))).isEqualTo(1);
    assertThat(secrets.set("API_KEY", SecretValue.of("second"))).isEqualTo(2);

    assertThat(store.versions(PATH + "API_KEY"))
        .containsExactly(SecretValue.of("first"), SecretValue.of("second"));
  }

  @Test
  void writesNothingThatNoServiceNeedsOrCanTake() throws IOException {
    OperatorSecrets secrets = new OperatorSecrets(blueprint("vpc"), store);

    assertThatThrownBy(() -> secrets.set("ORIGIN_SECRET", SecretValue.of("hunter2")))
        .hasMessageContainingAll("ORIGIN_SECRET", "API_KEY")
        .hasMessageNotContaining("hunter2");
    assertThatThrownBy(() -> secrets.set("REDIS_PASSWORD", SecretValue.of("hunter\"2")))
        .isInstanceOf(SecretRefused.class);
    assertThat(store.under("/allinone/harena-production")).isEmpty();
  }

  @Test
  void setsTheSecretThatCloudFrontKnowsOnlyBeforeItIsKnown() throws IOException {
    OperatorSecrets secrets = new OperatorSecrets(blueprint("address"), store);

    assertThat(secrets.set("ORIGIN_SECRET", SecretValue.of("first"))).isEqualTo(1);
    assertThatThrownBy(() -> secrets.set("ORIGIN_SECRET", SecretValue.of("second")))
        .isInstanceOf(SecretRefused.class)
        .hasMessageContainingAll("ORIGIN_SECRET", "CloudFront")
        .hasMessageNotContaining("second");
    assertThat(store.versions(PATH + "ORIGIN_SECRET")).containsExactly(SecretValue.of("first"));
  }

  @Test
  void tellsWhatIsThereWhatIsMissingAndWhatNobodyNeeds() throws IOException {
    store.put(PATH + "API_KEY", SecretValue.of("first"));
    store.put(PATH + "API_KEY", SecretValue.of("second"));
    store.put(PATH + "OLD_KEY", SecretValue.of("third"));

    SecretInventory inventory = new OperatorSecrets(blueprint("vpc"), store).inventory();

    Map<String, Long> versions =
        inventory.needed().stream()
            .collect(
                Collectors.toMap(
                    SecretState::name,
                    secret -> secret.stored().map(stored -> stored.version()).orElse(0L)));
    assertThat(versions)
        .isEqualTo(Map.of("API_KEY", 2L, "DATABASE_PASSWORD", 0L, "REDIS_PASSWORD", 0L));
    assertThat(inventory.needed())
        .extracting(SecretState::maker)
        .containsExactly(SecretMaker.OPERATOR, SecretMaker.HOST, SecretMaker.HOST);
    assertThat(inventory.others()).containsExactly("OLD_KEY");
  }

  private Blueprint blueprint(String origin) throws IOException {
    Path project = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");
    Path file = folder.resolve("harena.yaml");
    Files.writeString(
        file,
        Files.readString(project)
            .replace("[DATABASE_PASSWORD, REDIS_PASSWORD]", "[API_KEY]")
            .replace("origin: vpc", "origin: " + origin));
    return BlueprintLoader.load(file);
  }
}
