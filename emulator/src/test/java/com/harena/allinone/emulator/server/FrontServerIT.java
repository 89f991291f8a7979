package com.harena.allinone.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.testing.LocalClients;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

class FrontServerIT {
  private static final int MEBIBYTES = 1 << 20;

  @TempDir static Path folder;
  private static MotoProcess moto;
  private static FrontServer front;

  @BeforeAll
  static void start() {
    moto = LocalMoto.start(folder);
    front = FrontServer.start(0, moto).intercept(new BucketPolicies());
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      front.close();
      moto.close();
    }
  }

  @Test
  void passesLargeObjectsOfS3UnchangedBothWays() {
    byte[] bytes = bytes(5 * MEBIBYTES);
    try (S3Client s3 = s3()) {
      s3.createBucket(request -> request.bucket("large"));
      s3.putObject(
          request -> request.bucket("large").key("a b/ü+%.bin").metadata(Map.of("k", "v")),
          RequestBody.fromBytes(bytes));
      var read = s3.getObjectAsBytes(request -> request.bucket("large").key("a b/ü+%.bin"));
      assertThat(read.asByteArray()).isEqualTo(bytes);
      assertThat(read.response().metadata()).containsEntry("k", "v");
      assertThat(
              s3.headObject(request -> request.bucket("large").key("a b/ü+%.bin")).contentLength())
          .isEqualTo(bytes.length);
      assertThatThrownBy(() -> s3.headObject(request -> request.bucket("large").key("none")))
          .isInstanceOf(NoSuchKeyException.class);
      assertThat(
              s3.getObjectAsBytes(
                      request ->
                          request.bucket("large").key("a b/ü+%.bin").range("bytes=1000-1999"))
                  .asByteArray())
          .isEqualTo(Arrays.copyOfRange(bytes, 1000, 2000));
    }
  }

  @Test
  void passesUploadsInChunksAndInParts() {
    byte[] part = bytes(5 * MEBIBYTES);
    try (S3Client s3 = s3()) {
      s3.createBucket(request -> request.bucket("parts"));
      s3.putObject(
          request -> request.bucket("parts").key("chunked"),
          RequestBody.fromContentProvider(
              () -> new ByteArrayInputStream(part), "application/octet-stream"));
      assertThat(
              s3.getObjectAsBytes(request -> request.bucket("parts").key("chunked")).asByteArray())
          .isEqualTo(part);
      String upload =
          s3.createMultipartUpload(request -> request.bucket("parts").key("whole")).uploadId();
      List<CompletedPart> parts =
          List.of(1, 2).stream()
              .map(
                  number ->
                      CompletedPart.builder()
                          .partNumber(number)
                          .eTag(
                              s3.uploadPart(
                                      request ->
                                          request
                                              .bucket("parts")
                                              .key("whole")
                                              .uploadId(upload)
                                              .partNumber(number),
                                      RequestBody.fromBytes(part))
                                  .eTag())
                          .build())
              .toList();
      s3.completeMultipartUpload(
          request ->
              request
                  .bucket("parts")
                  .key("whole")
                  .uploadId(upload)
                  .multipartUpload(all -> all.parts(parts)));
      assertThat(s3.headObject(request -> request.bucket("parts").key("whole")).contentLength())
          .isEqualTo(2L * part.length);
      s3.deleteObject(request -> request.bucket("parts").key("whole"));
    }
  }

  @Test
  void readsASslOnlyPolicyAsItWasPutAndDoesNotEnforceIt() {
    String policy =
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*",
         "Resource":"arn:aws:s3:::guarded/*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}""";
    try (S3Client s3 = s3()) {
      s3.createBucket(request -> request.bucket("guarded"));
      s3.putBucketPolicy(request -> request.bucket("guarded").policy(policy));
      s3.putObject(request -> request.bucket("guarded").key("k"), RequestBody.fromString("v"));
      assertThat(s3.getBucketPolicy(request -> request.bucket("guarded")).policy())
          .isEqualTo(policy);
      s3.deleteBucketPolicy(request -> request.bucket("guarded"));
      assertThatThrownBy(() -> s3.getBucketPolicy(request -> request.bucket("guarded")))
          .hasMessageContaining("policy");
    }
  }

  @Test
  void recordsServiceActionAndIdsOfEachCall() {
    long before = front.calls().calls();
    try (Ec2Client ec2 = ec2()) {
      String volume =
          ec2.createVolume(
                  request ->
                      request.availabilityZone("eu-west-1a").size(1).volumeType(VolumeType.GP3))
              .volumeId();
      ec2.deleteVolume(request -> request.volumeId(volume));
      List<CallRecord> calls =
          front.calls().after(before).stream()
              .filter(call -> call.operation().service().equals("ec2"))
              .toList();
      assertThat(calls)
          .extracting(call -> call.operation().action())
          .containsExactly("CreateVolume", "DeleteVolume");
      assertThat(calls.get(0).answeredIds()).contains(volume);
      assertThat(calls.get(1).ids()).containsExactly(volume);
    }
  }

  @Test
  void neverRecordsAValue() {
    try (SsmClient ssm = client(SsmClient.builder())) {
      ssm.putParameter(
          request ->
              request.name("/secret").value("abc-0123456789").type(ParameterType.SECURE_STRING));
      assertThat(front.calls().of("ssm", "PutParameter"))
          .singleElement()
          .satisfies(call -> assertThat(call.toString()).doesNotContain("0123456789"));
    }
  }

  @Test
  void letsAnInterceptorAnswerInTheServicesOwnForm() {
    Interceptor busy =
        (call, onward) ->
            call.asks("ec2", "DescribeVolumes") || call.asks("ssm", "GetParameter")
                ? Refusals.of(call, 400, "NotNow", "later")
                : onward.pass(call);
    front.intercept(busy);
    try (Ec2Client ec2 = ec2();
        SsmClient ssm = client(SsmClient.builder())) {
      assertThatThrownBy(ec2::describeVolumes)
          .isInstanceOfSatisfying(
              Ec2Exception.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NotNow"));
      assertThatThrownBy(() -> ssm.getParameter(request -> request.name("/a")))
          .isInstanceOfSatisfying(
              SsmException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NotNow"));
    } finally {
      front.release(busy);
    }
  }

  @Test
  void refusesAPortInUse() {
    assertThatThrownBy(() -> FrontServer.start(front.port(), moto))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("port %d of 127.0.0.1 cannot be used".formatted(front.port()));
  }

  @Test
  void saysSoWhenMotoHasDied(@TempDir Path other) {
    MotoProcess dying = LocalMoto.start(other);
    try (FrontServer before = FrontServer.start(0, dying);
        Ec2Client ec2 = LocalClients.of(Ec2Client.builder(), before.endpoint())) {
      dying.close();
      assertThatThrownBy(ec2::describeVolumes)
          .isInstanceOf(Ec2Exception.class)
          .hasMessageContaining("moto has ended with status");
    }
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static S3Client s3() {
    return client(S3Client.builder());
  }

  private static Ec2Client ec2() {
    return client(Ec2Client.builder());
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return LocalClients.of(builder, front.endpoint());
  }
}
