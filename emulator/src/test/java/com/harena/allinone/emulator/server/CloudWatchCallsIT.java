package com.harena.allinone.emulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.testing.LocalClients;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** CloudWatch as its client of the SDK speaks to it, which is not what moto speaks. */
class CloudWatchCallsIT {
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @TempDir static Path folder;
  private static MotoProcess moto;
  private static FrontServer front;
  private static CloudWatchClient watch;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);

  @BeforeAll
  static void start() {
    moto = LocalMoto.start(folder);
    front =
        FrontServer.start(0, moto)
            .intercept(
                (call, onward) -> {
                  SEEN.add(call.body().text().orElse(""));
                  return onward.pass(call);
                });
    watch = LocalClients.of(CloudWatchClient.builder(), front.endpoint());
  }

  @AfterAll
  static void stop() {
    if (moto != null) {
      watch.close();
      front.close();
      moto.close();
    }
  }

  private MetricDatum datum(String name, double value) {
    return MetricDatum.builder()
        .metricName(name)
        .value(value)
        .timestamp(now)
        .dimensions(Dimension.builder().name("path").value("/data").build())
        .build();
  }

  @Test
  void givesBackWhatWasPut() {
    watch.putMetricData(c -> c.namespace("Own").metricData(datum("Full", 81.5), datum("Up", 0)));

    assertThat(watch.listMetrics(c -> c.namespace("Own")).metrics())
        .extracting(metric -> metric.metricName() + metric.dimensions().get(0).value())
        .containsExactlyInAnyOrder("Full/data", "Up/data");
    List<Datapoint> points =
        watch
            .getMetricStatistics(
                c ->
                    c.namespace("Own")
                        .metricName("Full")
                        .dimensions(Dimension.builder().name("path").value("/data").build())
                        .statistics(Statistic.MAXIMUM)
                        .period(300)
                        .startTime(now.minusSeconds(300))
                        .endTime(now.plusSeconds(300)))
            .datapoints();
    assertThat(points)
        .singleElement()
        .satisfies(
            point -> {
              assertThat(point.maximum()).isEqualTo(81.5);
              assertThat(Duration.between(point.timestamp(), now).abs())
                  .isLessThan(Duration.ofMinutes(10));
            });
    assertThat(SEEN).anyMatch(body -> body.startsWith("{\"Namespace\":\"Own\""));
  }

  @Test
  void takesWhatTheClientHasCompressed() {
    List<MetricDatum> many =
        IntStream.range(0, 500).mapToObj(number -> datum("Many" + number, number)).toList();
    watch.putMetricData(c -> c.namespace("Zipped").metricData(many));
    assertThat(watch.listMetricsPaginator(c -> c.namespace("Zipped")).metrics()).hasSize(500);
  }

  @Test
  void tellsAlarmsWithTheirTimes() {
    watch.putMetricAlarm(
        c ->
            c.alarmName("full")
                .namespace("Own")
                .metricName("Full")
                .statistic(Statistic.MAXIMUM)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .threshold(80.0)
                .period(300)
                .evaluationPeriods(3));
    assertThat(watch.describeAlarms(c -> c.alarmNames("full")).metricAlarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.threshold()).isEqualTo(80);
              assertThat(alarm.evaluationPeriods()).isEqualTo(3);
              assertThat(alarm.alarmConfigurationUpdatedTimestamp())
                  .isBetween(now.minusSeconds(60), now.plusSeconds(600));
            });
  }

  @Test
  void tellsARefusalWithCodeAndMessage() {
    assertThatThrownBy(
            () ->
                watch.getMetricStatistics(
                    c ->
                        c.namespace("Own")
                            .metricName("Full")
                            .period(300)
                            .startTime(now.minusSeconds(300))
                            .endTime(now)))
        .isInstanceOfSatisfying(
            CloudWatchException.class,
            refusal -> {
              assertThat(refusal.statusCode()).isEqualTo(400);
              assertThat(refusal.awsErrorDetails().errorCode())
                  .isEqualTo("InvalidParameterCombination");
              assertThat(refusal.awsErrorDetails().errorMessage()).contains("Statistics");
            });
  }

  @Test
  void tellsARefusalOfAnInterceptorInItsOwnForm() {
    Interceptor refuses = (call, onward) -> Refusals.of(call, 403, "AccessDenied", "not you");
    front.intercept(refuses);
    try {
      assertThatThrownBy(() -> watch.describeAlarms())
          .isInstanceOfSatisfying(
              CloudWatchException.class,
              refusal -> {
                assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                assertThat(refusal.awsErrorDetails().errorMessage()).isEqualTo("not you");
              });
    } finally {
      front.release(refuses);
    }
  }
}
