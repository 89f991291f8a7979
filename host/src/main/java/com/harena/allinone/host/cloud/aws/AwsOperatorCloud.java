package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.ReleaseUploads;
import com.harena.allinone.host.remote.LogSource;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.RunCommand;
import com.harena.allinone.host.remote.Schedules;
import com.harena.allinone.host.remote.Starts;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** AWS with the operator's credentials. A client is made when it is first asked for. */
public final class AwsOperatorCloud implements OperatorCloud {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Map<Class<?>, SdkClient> clients = new HashMap<>();
  private final Region region;
  private final DefaultCredentialsProvider credentials;

  private AwsOperatorCloud(String region) {
    this.region = Region.of(region);
    this.credentials = AwsSecretStore.credentials();
  }

  /**
   * The AWS of a region, with the credentials and endpoints that the SDK finds.
   *
   * @throws com.harena.allinone.host.cloud.CloudFailure if it finds no credentials
   */
  public static AwsOperatorCloud inRegion(String region) {
    return new AwsOperatorCloud(region);
  }

  @Override
  public Parameters parameters() {
    return new AwsParameters(ssm());
  }

  @Override
  public Instances instances() {
    return new AwsInstances(ec2());
  }

  @Override
  public Starts starts() {
    return new AwsInstances(ec2());
  }

  @Override
  public RunCommand commands() {
    return new AwsRunCommand(ssm());
  }

  @Override
  public Schedules schedules() {
    return new AwsSchedules(client(SchedulerClient.class, () -> built(SchedulerClient.builder())));
  }

  @Override
  public LogSource logs() {
    return new AwsLogs(
        client(CloudWatchLogsClient.class, () -> built(CloudWatchLogsClient.builder())));
  }

  @Override
  public ReleaseUploads uploads() {
    boolean emulated = System.getenv(AwsPorts.ENDPOINT_VARIABLE) != null;
    return new AwsReleaseUploads(
        client(S3Client.class, () -> built(S3Client.builder().forcePathStyle(emulated))));
  }

  private SsmClient ssm() {
    return client(SsmClient.class, () -> built(SsmClient.builder()));
  }

  private Ec2Client ec2() {
    return client(Ec2Client.class, () -> built(Ec2Client.builder()));
  }

  private <C extends SdkClient> C client(Class<C> type, Supplier<C> maker) {
    return type.cast(clients.computeIfAbsent(type, unused -> maker.get()));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C built(B builder) {
    return builder.httpClient(http).region(region).credentialsProvider(credentials).build();
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    credentials.close();
    http.close();
  }
}
