package com.harena.allinone.constructs.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.constructs.testing.MachineTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;

class StorageTest {
  private static MachineTemplate machine;

  @BeforeAll
  static void synthesize() {
    machine = MachineTemplate.ofBlueprint();
  }

  @Test
  void volumeIsEncryptedOfTheBlueprintsSizeAndInItsZone() {
    JsonNode volume = machine.only("AWS::EC2::Volume").path("Properties");
    assertThat(volume.path("Size").asInt()).isEqualTo(40);
    assertThat(volume.path("VolumeType").asText()).isEqualTo("gp3");
    assertThat(volume.path("Encrypted").asBoolean()).isTrue();
    assertThat(volume.path("AvailabilityZone").asText()).isEqualTo("eu-west-1a");
    assertThat(volume.path("Tags").toString())
        .contains("{\"Key\":\"allinone:deployment\",\"Value\":\"harena-production\"}");
  }

  @Test
  void theVolumeOutlivesEverythingButTheFailureOfItsOwnCreation() {
    JsonNode volume = machine.only("AWS::EC2::Volume");
    assertThat(volume.path("DeletionPolicy").asText()).isEqualTo("RetainExceptOnCreate");
    assertThat(volume.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  @Test
  void theBackupsOutliveEverythingAlsoARolledBackFirstDeployment() {
    for (String type : new String[] {"AWS::S3::Bucket", "AWS::S3::BucketPolicy"}) {
      JsonNode resource = machine.only(type);
      assertThat(resource.path("DeletionPolicy").asText()).as(type).isEqualTo("Retain");
      assertThat(resource.path("UpdateReplacePolicy").asText()).as(type).isEqualTo("Retain");
    }
  }

  @Test
  void logicalIdsOfWhatHoldsDataNeverChange() {
    assertThat(machine.onlyId("AWS::EC2::Volume")).isEqualTo("DataVolume");
    assertThat(machine.onlyId("AWS::S3::Bucket")).isEqualTo("BackupsBucket2936A3AA");
  }

  @Test
  void theTemplateAttachesNothing() {
    assertThat(machine.ids("AWS::EC2::VolumeAttachment")).isEmpty();
  }

  @Test
  void adoptingAVolumeMakesNoneAndNamesItEverywhere() {
    MachineTemplate adopting =
        MachineTemplate.of("type: gp3", "type: gp3\n  volume: vol-0123456789abcdef0");
    assertThat(adopting.ids("AWS::EC2::Volume")).isEmpty();
    assertThat(adopting.only("AWS::EC2::LaunchTemplate").toString())
        .contains("DATA_VOLUME=vol-0123456789abcdef0")
        .doesNotContain("Fn::Sub");
    assertThat(adopting.resources().toString()).contains(":volume/vol-0123456789abcdef0");
    assertThat(adopting.identity().suffix()).isNotEqualTo(machine.identity().suffix());
  }

  @Test
  void bucketIsPrivateVersionedEncryptedAndSpeaksOnlyTls() {
    JsonNode bucket = machine.only("AWS::S3::Bucket").path("Properties");
    assertThat(bucket.path("VersioningConfiguration").path("Status").asText()).isEqualTo("Enabled");
    assertThat(bucket.path("PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allMatch(JsonNode::asBoolean);
    assertThat(bucket.path("BucketEncryption").toString()).contains("AES256");
    assertThat(machine.only("AWS::S3::BucketPolicy").toString())
        .contains("aws:SecureTransport", "Deny");
  }

  @Test
  void onlyBackupsExpire() {
    JsonNode rules =
        machine.only("AWS::S3::Bucket").path("Properties").path("LifecycleConfiguration");
    JsonNode expire = rules.path("Rules").path(0);
    assertThat(expire.path("Prefix").asText()).isEqualTo("backups/");
    assertThat(expire.path("ExpirationInDays").asInt()).isEqualTo(7);
    assertThat(expire.path("NoncurrentVersionExpiration").path("NoncurrentDays").asInt())
        .isEqualTo(30);
    assertThat(rules.path("Rules"))
        .filteredOn(rule -> !rule.path("Prefix").asText().equals("backups/"))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.path("AbortIncompleteMultipartUpload").path("DaysAfterInitiation"))
                  .hasToString("1");
              assertThat(rule.toString()).doesNotContain("Expir", "Noncurrent");
            });
  }

  @Test
  void logsGoAfterAWeekAndWithTheStack() {
    JsonNode group =
        machine.resources().findParents("Properties").stream()
            .filter(r -> r.at("/Properties/LogGroupName").asText().startsWith("/allinone"))
            .findFirst()
            .orElseThrow();
    assertThat(group.at("/Properties/LogGroupName").asText())
        .isEqualTo("/allinone/harena-production");
    assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(7);
    assertThat(group.path("DeletionPolicy").asText()).isEqualTo("Delete");
  }

  @Test
  void refusesToKeepBackupsForNoTime() {
    assertThatThrownBy(() -> new BackupBucket(new Stack(), "Backups", 0))
        .hasMessageContaining("0 days");
  }
}
