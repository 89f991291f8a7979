package com.harena.allinone.host.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.CloudFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

class AwsBackupsTest {
  private static final String KEY = "backups/20261128_210000/manifest.json";

  @TempDir private Path folder;
  private RecordedAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new RecordedAws();
    Files.writeString(folder.resolve("file"), "content");
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void neverWritesOverWhatIsThere() {
    aws.answers(200, "");

    assertThat(backups().putIfAbsent(KEY, folder.resolve("file"))).isTrue();
    assertThat(aws.requests.get(0)).startsWith("PUT /backups/" + KEY).contains("content");
    assertThat(aws.conditions).containsExactly("*");
  }

  @Test
  void saysThatThereIsAnObjectAlready() {
    aws.answers(
        412, "<Error><Code>PreconditionFailed</Code><Message>at least one</Message></Error>");

    assertThat(backups().putIfAbsent(KEY, folder.resolve("file"))).isFalse();
  }

  @Test
  void namesTheObjectThatTheBucketRefuses() {
    aws.answers(403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");

    assertThatThrownBy(() -> backups().putIfAbsent(KEY, folder.resolve("file")))
        .isInstanceOf(CloudFailure.class)
        .hasMessage("could not put s3://backups/" + KEY + ": Access Denied (AccessDenied)");
  }

  @Test
  void listsEveryPage() {
    aws.answersThen(
        """
        <ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>t</NextContinuationToken>
          <Contents><Key>backups/b</Key></Contents></ListBucketResult>""",
        """
        <ListBucketResult><IsTruncated>false</IsTruncated>
          <Contents><Key>backups/a</Key></Contents></ListBucketResult>""");

    assertThat(backups().keys("backups/")).containsExactly("backups/a", "backups/b");
    assertThat(aws.requests.get(1)).contains("continuation-token=t");
  }

  private AwsBackups backups() {
    return new AwsBackups(
        aws.reachedBy(S3Client.builder()).forcePathStyle(true).build(), "backups");
  }
}
