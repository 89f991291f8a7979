package com.harena.allinone.host.metrics;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.backend.BackendInForce;
import com.harena.allinone.host.backup.Job;
import com.harena.allinone.host.backup.JobState;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.web.BackendHealth;
import com.harena.allinone.metrics.CustomMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Publishes what only the host knows: {@code Serving} is 1 when the backend answers, and nothing
 * when it does not, since the zeros are the scheduler's, in open hours only; {@code BackupOverdue}
 * is 1 or 0, and so is {@code DrillFailed} once there was a drill. What cannot be found out is not
 * published, and does not keep the other back.
 */
public final class HostMetrics {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Set<String> STORES = Set.of("postgres", "redis", "elasticsearch");

  private final HostSettings settings;
  private final String privateAddress;
  private final HostPorts ports;
  private final Metrics metrics;
  private final Journal journal;

  /**
   * Measures this machine and publishes.
   *
   * @param journal where it is said what cannot be found out
   * @throws CloudFailure if CloudWatch does not take it
   */
  public static List<MetricValue> ofThisMachine(Journal journal) {
    try (ThisMachine machine = new ThisMachine(journal)) {
      return new HostMetrics(
              machine.bundle().settings(),
              machine.metadata().privateAddress(),
              machine.ports(),
              machine.metrics())
          .publish();
    }
  }

  /** Measures the machine with this private address, on which these settings hold. */
  public HostMetrics(
      HostSettings settings, String privateAddress, HostPorts ports, Metrics metrics) {
    this.settings = settings;
    this.privateAddress = privateAddress;
    this.ports = ports;
    this.metrics = metrics;
    this.journal = ports.machine().journal();
  }

  /**
   * Measures and publishes once.
   *
   * @return what was published
   * @throws CloudFailure if CloudWatch does not take it
   */
  public List<MetricValue> publish() {
    List<MetricValue> values = new ArrayList<>();
    known("serving", this::serving)
        .filter(serving -> serving)
        .ifPresent(serving -> values.add(MetricValue.of(CustomMetrics.SERVING, true)));
    HostPorts.OfMachine machine = ports.machine();
    BackupSense backup = new BackupSense(machine.commands(), machine.files(), machine.timing());
    known("backup", backup::overdue)
        .ifPresent(overdue -> values.add(MetricValue.of(CustomMetrics.BACKUP_OVERDUE, overdue)));
    if (machine.files().exists(Job.DRILL.file())) {
      known("drill", () -> JobState.read(machine.files(), Job.DRILL).orElseThrow().isFailed())
          .ifPresent(failed -> values.add(MetricValue.of(CustomMetrics.DRILL_FAILED, failed)));
    }
    if (!values.isEmpty()) {
      metrics.put(values);
    }
    return List.copyOf(values);
  }

  private Optional<Boolean> known(String name, Supplier<Boolean> sense) {
    try {
      return Optional.of(sense.get());
    } catch (RuntimeException e) {
      journal.say("metrics: %s: %s".formatted(name, e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean serving() {
    if (BackendInForce.released(settings, ports.machine().files())) {
      new BackendHealth(settings, privateAddress, ports.web().pulse(), ports.cloud().parameters())
          .prove();
      return true;
    }
    String running =
        ports
            .machine()
            .commands()
            .run(
                Command.of(ComposeCommand.of("ps", "--services", "--status=running"))
                    .within(LIMIT));
    Set<String> services = running.lines().map(String::strip).collect(Collectors.toSet());
    if (!services.containsAll(STORES)) {
      throw new IllegalStateException(
          "of the stores only %s run, not all of %s".formatted(services, STORES));
    }
    return true;
  }
}
