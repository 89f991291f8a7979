package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.Backups;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.cloud.SecretStore;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The clients of one run, on one HTTP client. */
public final class AwsPorts implements AutoCloseable {
  private static final String METADATA_VARIABLE = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
  static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL";
  private static final String METADATA_ADDRESS = "http://169.254.169.254";

  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Ec2Client ec2 = Ec2Client.builder().httpClient(http).build();
  private final SsmClient ssm = SsmClient.builder().httpClient(http).build();
  private final CloudWatchClient watch = CloudWatchClient.builder().httpClient(http).build();
  private final S3Client s3;
  private final Metadata metadata;

  private AwsPorts(URI metadata, boolean emulated) {
    this.metadata = new Ec2Metadata(metadata);
    this.s3 = S3Client.builder().httpClient(http).forcePathStyle(emulated).build();
  }

  /**
   * Clients with the region, credentials and endpoints that the SDK finds. An emulator has no name
   * for each bucket, so there the bucket stands in the path.
   */
  public static AwsPorts fromEnvironment() {
    return new AwsPorts(
        URI.create(Optional.ofNullable(System.getenv(METADATA_VARIABLE)).orElse(METADATA_ADDRESS)),
        System.getenv(ENDPOINT_VARIABLE) != null);
  }

  /** The ports of AWS. */
  public HostPorts.OfCloud cloud() {
    return new HostPorts.OfCloud(
        new AwsInstances(ec2), new AwsVolumes(ec2), new AwsParameters(ssm), new AwsReleases(s3));
  }

  /** The backups of this bucket. */
  public Backups backups(String bucket) {
    return new AwsBackups(s3, bucket);
  }

  /** CloudWatch, for the metrics in this namespace. */
  public Metrics metrics(String namespace) {
    return new AwsMetrics(watch, namespace);
  }

  /** The secrets, which only a rotation writes over. */
  public SecretStore secrets() {
    return new AwsSecretStore(ssm);
  }

  /** What EC2 tells this instance about itself. */
  public Metadata metadata() {
    return metadata;
  }

  @Override
  public void close() {
    ec2.close();
    ssm.close();
    s3.close();
    watch.close();
    http.close();
  }
}
