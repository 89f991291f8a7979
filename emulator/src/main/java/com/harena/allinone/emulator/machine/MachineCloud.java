package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.aws.AwsInstances;
import com.harena.allinone.host.cloud.aws.AwsParameters;
import com.harena.allinone.host.cloud.aws.AwsReleases;
import com.harena.allinone.host.cloud.aws.AwsVolumes;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The host code's own ports of AWS, on the local one, with the instance's credentials. */
final class MachineCloud implements AutoCloseable {
  private final Ec2Client ec2;
  private final SsmClient ssm;
  private final S3Client s3;

  MachineCloud(SdkHttpClient http, URI endpoint, String region, AwsCredentials credentials) {
    AwsCredentialsProvider own = StaticCredentialsProvider.create(credentials);
    Region here = Region.of(region);
    ec2 =
        Ec2Client.builder()
            .httpClient(http)
            .endpointOverride(endpoint)
            .region(here)
            .credentialsProvider(own)
            .build();
    ssm =
        SsmClient.builder()
            .httpClient(http)
            .endpointOverride(endpoint)
            .region(here)
            .credentialsProvider(own)
            .build();
    s3 =
        S3Client.builder()
            .httpClient(http)
            .endpointOverride(endpoint)
            .region(here)
            .credentialsProvider(own)
            .forcePathStyle(true)
            .build();
  }

  HostPorts.OfCloud ports() {
    return new HostPorts.OfCloud(
        new AwsInstances(ec2), new AwsVolumes(ec2), new AwsParameters(ssm), new AwsReleases(s3));
  }

  @Override
  public void close() {
    ec2.close();
    ssm.close();
    s3.close();
  }
}
