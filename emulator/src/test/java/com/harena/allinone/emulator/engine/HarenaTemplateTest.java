package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import com.harena.allinone.emulator.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The reviewed template of this project's stack on handlers in memory. */
class HarenaTemplateTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout", ".."));

  @Test
  void deploysAndDeploysAgainWithoutChanges() throws IOException {
    String text = Files.readString(CHECKOUT.resolve("stacks/harena.template.json"));
    Template template = Template.read(text);
    Set<String> types = new TreeSet<>();
    template.resources().values().forEach(each -> types.add(each.type()));
    MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);
    try (Local local =
        new Local(
            cloud, types, LocalCloudFormation.builder().parameters(name -> Optional.of("30")))) {
      String status = local.deploy(text).status();
      assertThat(local.failures("app")).isEmpty();
      assertThat(status).isEqualTo("CREATE_COMPLETE");
      assertThat(cloud.things()).hasSize(template.resources().size());
      assertThat(local.changeSet(text).status()).isEqualTo("FAILED");
    }
  }

  @Test
  void deploysTheBootstrapTemplateOfTheCommandLine() throws IOException {
    String text =
        Files.readString(
            CHECKOUT.resolve("node_modules/aws-cdk/lib/api/bootstrap/bootstrap-template.yaml"));
    Set<String> types = new TreeSet<>();
    Template.read(text).resources().values().forEach(each -> types.add(each.type()));
    MemoryCloud cloud = new MemoryCloud(Local.SCHEMAS);
    try (Local local = new Local(cloud, types, LocalCloudFormation.builder())) {
      // As the command line asks for it: the bucket's key is AWS's, not one of the account.
      String status =
          local
              .deploy(text, ParameterInput.of("FileAssetsBucketKmsKeyId", "AWS_MANAGED_KEY"))
              .status();
      assertThat(local.failures("app")).isEmpty();
      assertThat(status).isEqualTo("CREATE_COMPLETE");
      assertThat(cloud.shape())
          .containsKeys("StagingBucket", "CdkBootstrapVersion", "DeploymentActionRole")
          .doesNotContainKey("FileAssetsBucketEncryptionKey");
    }
  }
}
