package com.harena.allinone.host.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.host.web.WebFailure;
import com.harena.allinone.metrics.CustomMetrics;
import com.harena.allinone.metrics.MetricFeeder;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostMetricsTest {
  /** Monday, 09:00 in Paris: the last backup was due on Friday at 20:00 UTC. */
  private static final Instant DUE = Instant.parse("2026-11-20T20:00:00Z");

  @TempDir private Path root;
  private final VirtualTime time = new VirtualTime();
  private final List<String> journal = new ArrayList<>();
  private final List<List<MetricValue>> written = new ArrayList<>();
  private final List<URI> asked = new ArrayList<>();
  private final MemoryCloud cloud = new MemoryCloud(time, () -> Duration.ZERO);
  private Map<String, SecretValue> headers = Map.of();
  private int health = 200;
  private String unitState = "dead";
  private String services = "postgres\nredis\nelasticsearch\n";
  private boolean released = true;
  private List<String> secrets = List.of();

  @BeforeEach
  void aBackupOfFriday() throws IOException {
    new DiskFiles(root)
        .write(
            Path.of("/etc/systemd/system/allinone-backup.timer"),
            "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 21:00:00 Europe/Paris\n",
            FileMode.PLAIN);
    lastBackup(DUE.plusSeconds(300));
  }

  @Test
  void tellsThatItServesAndThatNoBackupIsOverdue() {
    assertThat(publish())
        .containsExactly(
            MetricValue.of(CustomMetrics.SERVING, true),
            MetricValue.of(CustomMetrics.BACKUP_OVERDUE, false));
    assertThat(written).hasSize(1);
    assertThat(asked).containsExactly(URI.create("http://10.0.0.10:8001/health"));
    assertThat(journal).isEmpty();
  }

  @Test
  void publishesAllThatTheUnitIsSaidToFeed() {
    lastDrill("ok");

    assertThat(publish().stream().map(MetricValue::metric))
        .containsExactlyInAnyOrderElementsOf(MetricFeeder.METRICS_UNIT.metrics());
  }

  @Test
  void repeatsTheOutcomeOfTheLastDrillUntilTheNext() {
    lastDrill("damaged");
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.DRILL_FAILED, true));

    lastDrill("ok");
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.DRILL_FAILED, false));
  }

  private void lastDrill(String outcome) {
    new DiskFiles(root)
        .write(
            Path.of("/var/lib/allinone/drill.json"),
            "{\"outcome\":\"%s\",\"message\":\"m\",\"backup\":\"\",\"at\":\"2026-11-20T14:00:00Z\"}"
                .formatted(outcome),
            FileMode.PLAIN);
  }

  @Test
  void isSilentAboutServingWhenTheBackendDoesNotAnswer() {
    health = 503;
    assertThat(publish()).extracting(MetricValue::metric).doesNotContain(CustomMetrics.SERVING);

    health = -1;
    assertThat(publish()).extracting(MetricValue::metric).doesNotContain(CustomMetrics.SERVING);
    assertThat(journal).anyMatch(line -> line.contains("answers with status 503"));
  }

  @Test
  void asksWithTheSecretOfTheOrigin() {
    secrets = List.of("ORIGIN_SECRET");
    cloud.secret("/allinone/harena-production/secrets/ORIGIN_SECRET", "s3cr3t");

    publish();

    assertThat(headers).containsKey("X-Allinone-Origin");
  }

  @Test
  void beforeTheFirstReleaseItServesWhileItsStoresRun() {
    released = false;
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.SERVING, true));
    assertThat(asked).isEmpty();

    services = "postgres\nredis\n";
    assertThat(publish()).extracting(MetricValue::metric).doesNotContain(CustomMetrics.SERVING);
  }

  @Test
  void aBackupOlderThanTheLastDueOneIsOverdue() throws IOException {
    lastBackup(DUE.minusSeconds(1));
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, true));
  }

  @Test
  void aBackupThatRunsIsNotOverdueButOneThatWaitsForItsNextTryIs() throws IOException {
    lastBackup(DUE.minusSeconds(1));
    unitState = "start";
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, false));

    unitState = "auto-restart";
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, true));
  }

  @Test
  void aNewDeploymentOwesItsFirstBackupOnlyOnceOneIsDue() throws IOException {
    Files.delete(root.resolve("data/backups/.last"));
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, false));
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, false));

    time.pause(Duration.ofHours(13));
    assertThat(publish()).contains(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, true));
  }

  @Test
  void whatCannotBeFoundOutDoesNotKeepTheOtherBack() throws IOException {
    Files.delete(root.resolve("etc/systemd/system/allinone-backup.timer"));

    assertThat(publish()).containsExactly(MetricValue.of(CustomMetrics.SERVING, true));
    assertThat(journal).singleElement().asString().contains("there is no unit");
  }

  @Test
  void nothingKnownIsNothingWritten() throws IOException {
    Files.delete(root.resolve("etc/systemd/system/allinone-backup.timer"));
    health = 500;

    assertThat(publish()).isEmpty();
    assertThat(written).isEmpty();
  }

  @Test
  void aRefusalOfCloudWatchIsTheCallersToTell() {
    assertThatThrownBy(
            () ->
                publishTo(
                    values -> {
                      throw new CloudFailure("write", "AccessDenied", "no", false);
                    }))
        .isInstanceOf(CloudFailure.class);
  }

  private List<MetricValue> publish() {
    return publishTo(written::add);
  }

  private List<MetricValue> publishTo(Metrics target) {
    return new HostMetrics(settings(), "10.0.0.10", ports(), target).publish();
  }

  private HostPorts ports() {
    return new HostPorts(
        new HostPorts.OfMachine(this::answer, new DiskFiles(root), time, journal::add),
        new HostPorts.OfCloud(null, null, new MemoryParameters(cloud, () -> {}), null),
        new HostPorts.OfWeb(null, this::status, null));
  }

  private int status(URI address, Map<String, SecretValue> sent) {
    asked.add(address);
    headers = sent;
    if (health < 0) {
      throw new WebFailure(address + " does not answer");
    }
    return health;
  }

  private CommandResult answer(Command command) {
    boolean systemd = command.words().get(0).equals("systemctl");
    return new CommandResult(0, systemd ? unitState + "\n" : services, "");
  }

  private void lastBackup(Instant moment) throws IOException {
    new DiskFiles(root).write(Path.of("/data/backups/.last"), "", FileMode.PLAIN);
    Files.setLastModifiedTime(root.resolve("data/backups/.last"), FileTime.from(moment));
  }

  private HostSettings settings() {
    return new HostSettings(
        "harena-production",
        "eu-west-1",
        "/allinone/harena-production",
        "/allinone/harena-production",
        "Allinone/harena-production",
        4,
        secrets,
        List.of(),
        released ? "harena/backend:1@sha256:" + "1".repeat(64) : "",
        released,
        8001,
        "/health",
        96,
        7,
        true,
        List.of());
  }
}
