package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** The metrics of a deployment through CloudWatch, without a unit, as its alarms read them. */
public final class AwsMetrics implements Metrics {
  private final CloudWatchClient watch;
  private final String namespace;

  /**
   * Writes through the client.
   *
   * @param namespace namespace of the deployment's metrics, as {@code host.json} names it
   */
  public AwsMetrics(CloudWatchClient watch, String namespace) {
    this.watch = watch;
    this.namespace = namespace;
  }

  /**
   * Loads the client and connects only when something is written: for who has to do something else
   * first, as fast as this machine can.
   */
  public static Metrics whenNeeded(String namespace) {
    return values -> {
      try (SdkHttpClient http = UrlConnectionHttpClient.create();
          CloudWatchClient watch = CloudWatchClient.builder().httpClient(http).build()) {
        new AwsMetrics(watch, namespace).put(values);
      }
    };
  }

  @Override
  public void put(List<MetricValue> values) {
    String names =
        values.stream().map(value -> value.metric().name()).collect(Collectors.joining(", "));
    Call.make(
        "write metric %s of %s".formatted(names, namespace),
        () ->
            watch.putMetricData(
                call ->
                    call.namespace(namespace)
                        .metricData(values.stream().map(AwsMetrics::datum).toList())));
  }

  private static MetricDatum datum(MetricValue value) {
    return MetricDatum.builder()
        .metricName(value.metric().name())
        .value(value.value())
        .dimensions(
            value.metric().dimensions().entrySet().stream()
                .map(
                    dimension ->
                        Dimension.builder()
                            .name(dimension.getKey())
                            .value(dimension.getValue())
                            .build())
                .toList())
        .build();
  }
}
