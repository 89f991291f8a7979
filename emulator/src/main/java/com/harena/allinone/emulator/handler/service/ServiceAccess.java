package com.harena.allinone.emulator.handler.service;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * Where the services answer, and how often a handler asks again: six times on throttling and server
 * errors, at most two seconds apart.
 *
 * @param endpoint the address of all services
 * @param region the stacks' region
 */
public record ServiceAccess(URI endpoint, String region) {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(50);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** Refuses a missing part. */
  public ServiceAccess {
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(region, "region");
  }

  /** A client of a service in the stacks' region. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
    return client(builder, Region.of(region));
  }

  /** A client of a service that is the same in all regions. */
  public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C global(B builder) {
    return client(builder, Region.AWS_GLOBAL);
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
      B builder, Region where) {
    return builder
        .endpointOverride(endpoint)
        .region(where)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .overrideConfiguration(settings -> settings.retryStrategy(retries()))
        .build();
  }

  private static StandardRetryStrategy retries() {
    BackoffStrategy waits = BackoffStrategy.exponentialDelay(FIRST_WAIT, LONGEST_WAIT);
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(ATTEMPTS)
        .backoffStrategy(waits)
        .throttlingBackoffStrategy(waits)
        .circuitBreakerEnabled(false)
        .build();
  }
}
