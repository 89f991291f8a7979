package com.harena.allinone.host.interruption;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.state.BootState;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.metrics.CustomMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
  private static final String NOTICE = "{\"action\": \"stop\", \"time\": \"2026-11-23T08:02:00Z\"}";

  @TempDir private Path root;
  private final VirtualTime time = new VirtualTime();
  private final List<String> lines = new ArrayList<>();
  private final List<MetricValue> written = new ArrayList<>();
  private String services = "backend\nelasticsearch\npostgres\nproxy\nredis\n";
  private String failing = "nothing";

  @Test
  void stopsWhoeverWritesBeforeTheStores() {
    assertThat(run(written::addAll)).isTrue();

    assertThat(lines)
        .containsExactly(
            "systemctl stop allinone-backup.timer allinone-metrics.timer",
            "docker compose --project-name harena-production ps --services --status=running",
            "docker compose --project-name harena-production stop --timeout 18 backend proxy",
            "docker compose --project-name harena-production stop --timeout 42 elasticsearch"
                + " postgres redis");
    assertThat(written).containsExactly(MetricValue.of(CustomMetrics.SPOT_INTERRUPTED, true));
  }

  @Test
  void leavesAMarkerAndAState() {
    run(written::addAll);

    DiskFiles files = new DiskFiles(root);
    assertThat(files.read(Interruption.MARKER).orElseThrow())
        .contains(NOTICE, "stopped [backend, proxy]", "everything is stopped after 0 s");
    assertThat(BootState.read(files).orElseThrow().line())
        .isEqualTo("interrupted by Spot: " + NOTICE);
  }

  @Test
  void aStepThatFailsKeepsNoneOfTheOthersBack() {
    for (String step : List.of("systemctl", "backend", "postgres")) {
      lines.clear();
      failing = step;

      assertThat(run(written::addAll)).as(step).isFalse();

      assertThat(lines).as(step).hasSize(4);
      assertThat(new DiskFiles(root).read(Interruption.MARKER).orElseThrow())
          .contains("failed", "not everything could be stopped");
    }
    assertThat(written).hasSize(3);
  }

  @Test
  void allStepsTogetherStayWithinTheLimitHoweverLongEachTakes() {
    failing = "";

    run(written::addAll);
    assertThat(Duration.ofSeconds(time.seconds()))
        .isGreaterThan(Duration.ofSeconds(5))
        .isLessThanOrEqualTo(Interruption.LIMIT.minus(Interruption.METRIC));

    failing = "stop";
    long before = time.seconds();
    run(written::addAll);
    assertThat(Duration.ofSeconds(time.seconds() - before))
        .isGreaterThan(Duration.ofMinutes(1))
        .isLessThanOrEqualTo(Interruption.LIMIT.minus(Interruption.METRIC));
  }

  @Test
  void theMetricHasAllThatTheStopsLeft() {
    assertThat(Interruption.metricLimit(Duration.ofSeconds(11))).hasSeconds(79);
    assertThat(Interruption.metricLimit(Interruption.LIMIT.minus(Interruption.METRIC)))
        .isEqualTo(Interruption.METRIC);
    assertThat(Interruption.metricLimit(Interruption.LIMIT)).isEqualTo(Interruption.METRIC);
  }

  @Test
  void aCloudThatDoesNotAnswerChangesNothingOfTheStops() {
    boolean done =
        run(
            values -> {
              throw new CloudFailure("write metric", "no answer", "away", true);
            });

    assertThat(done).isFalse();
    assertThat(lines).hasSize(4);
    assertThat(new DiskFiles(root).exists(Interruption.MARKER)).isTrue();
  }

  @Test
  void nothingThatRunsIsNothingToStop() {
    services = "";

    assertThat(run(written::addAll)).isTrue();

    assertThat(lines).hasSize(2);
  }

  private boolean run(Metrics metrics) {
    return new Interruption(
            new HostPorts.OfMachine(this::answer, new DiskFiles(root), time, line -> {}),
            "harena-production",
            List.of(
                "allinone-backup.timer", "allinone-metrics.timer", "allinone-interruption.service"),
            metrics)
        .run(NOTICE);
  }

  /** A command that fails takes all the time that it is given. */
  private CommandResult answer(Command command) {
    lines.add(command.line());
    if (command.words().stream().anyMatch(word -> word.startsWith(failing))) {
      time.pause(command.limit());
      return new CommandResult(1, "", "too slow");
    }
    return new CommandResult(0, command.words().contains("ps") ? services : "", "");
  }
}
