package com.harena.allinone.emulator.testing;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** Clients of the services at a local address. */
public final class LocalClients {
  private LocalClients() {}

  /** A client for this address, with made-up credentials. */
  public static <B extends AwsClientBuilder<B, C>, C> C of(B builder, URI endpoint) {
    if (builder instanceof SdkSyncClientBuilder<?, ?> sync) {
      sync.httpClient(
          UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)).build());
    }
    return builder
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .build();
  }
}
