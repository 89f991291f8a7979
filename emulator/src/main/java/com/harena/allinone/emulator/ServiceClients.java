package com.harena.allinone.emulator;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Clients of the services at the front, as the engine and its handlers use them. */
public final class ServiceClients implements AutoCloseable {
  private final URI endpoint;
  private final Region region;
  private final SdkHttpClient http =
      UrlConnectionHttpClient.builder()
          .connectionTimeout(Duration.ofSeconds(10))
          .socketTimeout(Duration.ofMinutes(2))
          .build();

  /** Clients that call this address. */
  public ServiceClients(URI endpoint, String region) {
    this.endpoint = endpoint;
    this.region = Region.of(region);
  }

  /** Builds a client. */
  public <B extends AwsClientBuilder<B, C>, C> C of(B builder) {
    if (builder instanceof SdkSyncClientBuilder<?, ?> sync) {
      sync.httpClient(http);
    }
    return builder
        .endpointOverride(endpoint)
        .region(region)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Override
  public void close() {
    http.close();
  }
}
