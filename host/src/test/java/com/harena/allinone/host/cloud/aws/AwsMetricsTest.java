package com.harena.allinone.host.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.metrics.CustomMetrics;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** The SDK sends CBOR, in which names stand as they are. */
class AwsMetricsTest {
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
  void writesSeveralValuesInOneCallWithNamespaceNameAndDimensions() {
    aws.answers(200, "");

    metrics()
        .put(
            List.of(
                MetricValue.of(CustomMetrics.BACKUP_OVERDUE, true),
                new MetricValue(CustomMetrics.DATA_USED, 81.5)));

    assertThat(aws.requests).hasSize(1);
    assertThat(aws.requests.get(0))
        .contains("PutMetricData", "Allinone/harena-production", "BackupOverdue")
        .contains("disk_used_percent", "path", "/data");
  }

  @Test
  void saysWhichMetricAwsDidNotTake() {
    aws.close();

    assertThatThrownBy(() -> metrics().put(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, false)))
        .isInstanceOf(CloudFailure.class)
        .hasMessageStartingWith(
            "could not write metric BackupOverdue of Allinone/harena-production: ");
  }

  @Test
  void refusesAValueThatIsNoNumber() {
    assertThatThrownBy(() -> new MetricValue(CustomMetrics.BACKUP_OVERDUE, Double.NaN))
        .hasMessage("metric BackupOverdue has the value NaN: allowed is a finite number");
    assertThat(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, true).value()).isEqualTo(1);
  }

  private AwsMetrics metrics() {
    return new AwsMetrics(
        aws.reachedBy(CloudWatchClient.builder()).build(), "Allinone/harena-production");
  }
}
