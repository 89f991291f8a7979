package com.harena.allinone.host.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.Attachment;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.Volume;
import com.harena.allinone.host.cloud.VolumeState;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

class AwsAdaptersTest {
  @TempDir private Path folder;

  private RecordedAws aws;

  @BeforeEach
  void start() throws IOException {
    aws = new RecordedAws();
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void readsStateZoneAndDeploymentOfAnInstance() {
    aws.answers(
        200,
        """
        <DescribeInstancesResponse><reservationSet><item><instancesSet><item>
          <instanceId>i-1</instanceId><instanceState><code>32</code><name>shutting-down</name></instanceState>
          <placement><availabilityZone>eu-west-1a</availabilityZone></placement>
          <tagSet><item><key>Name</key><value>x</value></item>
            <item><key>allinone:deployment</key><value>harena-production</value></item></tagSet>
        </item></instancesSet></item></reservationSet></DescribeInstancesResponse>""");

    assertThat(new AwsInstances(ec2()).find("i-1"))
        .contains(
            new Instance(
                "i-1",
                InstanceState.SHUTTING_DOWN,
                "eu-west-1a",
                Optional.of("harena-production")));
  }

  @Test
  void readsStateZoneAndHolderOfAVolume() {
    aws.answers(
        200,
        """
        <DescribeVolumesResponse><volumeSet><item><volumeId>vol-1</volumeId>
          <availabilityZone>eu-west-1a</availabilityZone><status>in-use</status>
          <attachmentSet><item><instanceId>i-1</instanceId><status>busy</status></item></attachmentSet>
        </item></volumeSet></DescribeVolumesResponse>""");

    assertThat(new AwsVolumes(ec2()).find("vol-1"))
        .contains(
            new Volume(
                "vol-1",
                VolumeState.IN_USE,
                "eu-west-1a",
                Optional.of(new Attachment("i-1", Attachment.State.BUSY))));
  }

  @Test
  void neverDetachesByForce() {
    aws.answers(200, "<DetachVolumeResponse/>");

    new AwsVolumes(ec2()).detach("vol-1", "i-1");

    assertThat(aws.requests.get(0))
        .contains("Action=DetachVolume", "VolumeId=vol-1", "InstanceId=i-1", "Force=false");
  }

  @Test
  void anInstanceThatIsGoneIsAbsent() {
    aws.refuses(400, "InvalidInstanceID.NotFound");

    assertThat(new AwsInstances(ec2()).find("i-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, IncorrectSpotRequestState, true",
    "400, IncorrectInstanceState, true",
    "400, RequestLimitExceeded, true",
    "503, Unavailable, true",
    "403, UnauthorizedOperation, false",
    "400, InvalidParameterValue, false"
  })
  void tellsWhatMayPassFromWhatDoesNot(int status, String code, boolean passing) {
    aws.refuses(status, code);

    assertThatThrownBy(() -> new AwsInstances(ec2()).stop("i-1"))
        .isInstanceOfSatisfying(
            CloudFailure.class,
            failure -> {
              assertThat(failure.passing()).isEqualTo(passing);
              assertThat(failure).hasMessage("could not stop instance i-1: no. (" + code + ")");
            });
  }

  @Test
  void noAnswerMayPass() {
    aws.close();

    assertThatThrownBy(() -> new AwsInstances(ec2()).find("i-1"))
        .isInstanceOfSatisfying(
            CloudFailure.class, failure -> assertThat(failure.passing()).isTrue());
  }

  @Test
  void makesASecretOnlyWhereThereIsNone() {
    aws.answers(200, "{\"Version\":1}");
    assertThat(parameters().putSecretIfAbsent("/a/secrets/X", SecretValue.of("v"))).isTrue();
    assertThat(aws.requests.get(0)).contains("\"Overwrite\":false", "\"Type\":\"SecureString\"");

    aws.answers(400, "{\"__type\":\"ParameterAlreadyExists\",\"message\":\"there is one\"}");
    assertThat(parameters().putSecretIfAbsent("/a/secrets/X", SecretValue.of("v"))).isFalse();
  }

  @Test
  void readsParametersAndDecryptsSecretsOnly() {
    aws.answers(200, "{\"Parameter\":{\"Name\":\"x\",\"Value\":\"v\"}}");
    assertThat(parameters().find("x")).contains("v");
    assertThat(parameters().findSecret("x")).contains(SecretValue.of("v"));
    assertThat(aws.requests.get(0)).contains("\"WithDecryption\":false");
    assertThat(aws.requests.get(1)).contains("\"WithDecryption\":true");

    aws.answers(400, "{\"__type\":\"ParameterNotFound\"}");
    assertThat(parameters().find("x")).isEmpty();
  }

  @Test
  void fetchesAReleaseOverWhatIsThere() throws IOException {
    Path file = folder.resolve("deep/file");
    aws.answers(200, "first");
    assertThat(releases().fetch("backups", "releases/x", file)).isTrue();
    aws.answers(200, "second");
    assertThat(releases().fetch("backups", "releases/x", file)).isTrue();
    assertThat(file).hasContent("second");
    assertThat(aws.requests.get(0)).startsWith("GET /backups/releases/x");
  }

  @ParameterizedTest
  @CsvSource({"404,NoSuchKey", "403,AccessDenied"})
  void aReleaseThatIsNotThereIsAbsent(int status, String code) {
    aws.answers(status, "<Error><Code>%s</Code></Error>".formatted(code));

    assertThat(releases().fetch("backups", "releases/x", folder.resolve("x"))).isFalse();
  }

  private Ec2Client ec2() {
    return aws.reachedBy(Ec2Client.builder()).build();
  }

  private AwsParameters parameters() {
    return new AwsParameters(aws.reachedBy(SsmClient.builder()).build());
  }

  private AwsReleases releases() {
    return new AwsReleases(aws.reachedBy(S3Client.builder()).forcePathStyle(true).build());
  }
}
