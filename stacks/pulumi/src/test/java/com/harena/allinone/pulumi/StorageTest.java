package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageTest {
  private final WholeStack stack = WholeStack.sample();

  @Test
  void protectsAndKeepsTheDataVolume() {
    Registered volume = stack.at("DataVolume", "Default");
    assertThat(volume.inputs())
        .isEqualTo(
            Map.of(
                "availabilityZone",
                "eu-west-1a",
                "size",
                40.0,
                "type",
                "gp3",
                "encrypted",
                true,
                "tags",
                Map.of(
                    "Name", "harena-production data", "allinone:deployment", "harena-production")));
    assertThat(volume.options().isProtect()).isTrue();
    assertThat(volume.options().isRetainOnDelete()).isTrue();
  }

  @Test
  void adoptsAVolumeAndMakesNone() {
    WholeStack adopting =
        WholeStack.of(
            Sample.blueprint("  type: gp3\n", "  type: gp3\n  volume: vol-0123456789abcdef0\n"));
    assertThat(adopting.has("DataVolume", "Default")).isFalse();
    assertThat(adopting.at("InstanceRole", "Role").inputs().toString())
        .contains("arn:aws:ec2:eu-west-3:123456789012:volume/vol-0123456789abcdef0");
  }

  @Test
  void protectsAndKeepsTheBackupsWithAllThatIsSetOnTheirBucket() {
    Registered bucket = stack.at("Backups", "Bucket", "Resource");
    assertThat(bucket.options().isProtect()).isTrue();
    assertThat(bucket.options().isRetainOnDelete()).isTrue();
    assertThat(bucket.inputs()).doesNotContainKey("forceDestroy");
    for (String word :
        List.of("PublicAccess", "Ownership", "Encryption", "Lifecycle", "Versioning")) {
      Registered setting = stack.at("Backups", "Bucket", word);
      assertThat(setting.options().isRetainOnDelete()).as(word).isTrue();
      assertThat(setting.text("bucket")).isEqualTo("ref:" + bucket.name());
    }
    assertThat(stack.at("Backups", "Bucket", "Policy", "Resource").options().isRetainOnDelete())
        .isTrue();
  }

  @Test
  void refusesBackupsWithoutTls() {
    String arn =
        "arn:aws:test:eu-west-3:123456789012:ref:" + LogicalId.of("Backups", "Bucket", "Resource");
    assertThat(stack.at("Backups", "Bucket", "Policy", "Resource").text("policy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":[\"%s\",\"%s/*\"],\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Principal\":{\"AWS\":\"*\"}}]}"
                .formatted(arn, arn));
  }

  @Test
  void expiresBackupsOnly() {
    assertThat(stack.at("Backups", "Bucket", "Lifecycle").inputs().get("rules"))
        .isEqualTo(
            List.of(
                Map.of(
                    "id", "ExpireBackups",
                    "status", "Enabled",
                    "filter", Map.of("prefix", "backups/"),
                    "expiration", Map.of("days", 7.0),
                    "noncurrentVersionExpiration", Map.of("noncurrentDays", 30.0)),
                Map.of(
                    "id",
                    "ForgetExpiredBackups",
                    "status",
                    "Enabled",
                    "filter",
                    Map.of("prefix", "backups/"),
                    "expiration",
                    Map.of("expiredObjectDeleteMarker", true)),
                Map.of(
                    "id",
                    "AbortUnfinishedUploads",
                    "status",
                    "Enabled",
                    "filter",
                    Map.of("prefix", ""),
                    "abortIncompleteMultipartUpload",
                    Map.of("daysAfterInitiation", 1.0))));
  }

  @Test
  void putsTheBundleUnderItsHashAndNamesItAfterwards() {
    String key = "bundles/%s/bundle.zip".formatted(stack.bundle().sha256());
    Registered copy = stack.at("HostBundle", "Copy", "Default");
    assertThat(copy.inputs())
        .containsEntry("key", key)
        .containsEntry("contentType", "application/zip");
    assertThat(copy.options().isRetainOnDelete()).isTrue();
    Registered parameter = stack.at("HostBundle", "Parameter");
    assertThat(parameter.text("name")).isEqualTo("/allinone/harena-production/bundle");
    assertThat(parameter.text("value"))
        .isEqualTo(
            "{\"bucket\": \"ref:%s\", \"key\": \"%s\", \"sha256\": \"%s\"}"
                .formatted(
                    LogicalId.of("Backups", "Bucket", "Resource"), key, stack.bundle().sha256()));
    assertThat(parameter.madeAfter()).containsExactly(copy.name());
  }

  @Test
  void namesTheLogGroupForTheLogDriver() {
    assertThat(stack.at("ServiceLogs", "Default").inputs())
        .isEqualTo(Map.of("name", "/allinone/harena-production", "retentionInDays", 7.0));
  }
}
