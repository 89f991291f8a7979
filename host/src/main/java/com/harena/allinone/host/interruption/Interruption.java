package com.harena.allinone.host.interruption;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.boot.Bundle;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.MetricValue;
import com.harena.allinone.host.cloud.Metrics;
import com.harena.allinone.host.cloud.aws.AwsMetrics;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.state.BootProgress;
import com.harena.allinone.metrics.CustomMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Brings the services down before Spot stops the instance: first whoever writes, then the stores,
 * so that everything that was acknowledged is on the volume.
 *
 * <p>EC2 gives two minutes. Every step has its own limit, their sum stays below {@link #LIMIT}, and
 * one that fails is told and keeps none of the others back. The engine stops each container by
 * name, which makes it one that the next boot starts in order, and never the engine by itself.
 */
public final class Interruption {
  /** Longest that all steps together can take; the notice leaves 120 seconds. */
  public static final Duration LIMIT = Duration.ofSeconds(90);

  /** What remains of it: the notice, what was stopped, and how long that took. */
  public static final Path MARKER = Path.of("/data/interrupted.txt");

  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration DRAIN = Duration.ofSeconds(18);
  private static final Duration STORES_STOP = Duration.ofSeconds(42);
  private static final Duration BEYOND = Duration.ofSeconds(3);

  /** How long CloudWatch is waited for at least; longer, when the stops left more of the limit. */
  static final Duration METRIC = Duration.ofSeconds(8);

  private static final Set<String> STORES = Set.of("postgres", "redis", "elasticsearch");

  private final HostPorts.OfMachine machine;
  private final String deployment;
  private final List<String> timers;
  private final Metrics metrics;
  private final Journal journal;
  private final List<String> told = new ArrayList<>();

  /** Works on this machine's deployment, whose timers start nothing from now on. */
  public Interruption(
      HostPorts.OfMachine machine, String deployment, List<String> timers, Metrics metrics) {
    this.machine = machine;
    this.deployment = deployment;
    this.timers = timers.stream().filter(unit -> unit.endsWith(".timer")).toList();
    this.metrics = metrics;
    this.journal = machine.journal();
  }

  /** Brings this machine's services down; whether every step was done. */
  public static boolean ofThisMachine(String notice) {
    HostPorts.OfMachine machine = ThisMachine.itself();
    HostSettings settings = Bundle.read(machine.files(), ThisMachine.CURRENT).settings();
    return new Interruption(
            machine,
            settings.deployment(),
            settings.timers(),
            AwsMetrics.whenNeeded(settings.metricNamespace()))
        .run(notice);
  }

  /**
   * Brings the services down.
   *
   * @param notice what EC2's metadata said
   * @return whether every step was done
   */
  public boolean run(String notice) {
    Instant begin = machine.timing().now();
    HostFiles files = machine.files();
    new BootProgress(files, machine.timing(), journal, "").interrupted(notice);
    say("interrupted by Spot: " + notice);
    boolean done = attempt("timers", this::stopTimers);
    List<String> services = new ArrayList<>();
    done &= attempt("list of services", () -> services.addAll(running()));
    List<String> writers = services.stream().filter(name -> !STORES.contains(name)).toList();
    List<String> stores = services.stream().filter(STORES::contains).toList();
    done &= attempt("stop of " + writers, () -> stop(writers, DRAIN));
    done &= attempt("stop of " + stores, () -> stop(stores, STORES_STOP));
    say(
        "%s after %d s"
            .formatted(
                done ? "everything is stopped" : "not everything could be stopped",
                Duration.between(begin, machine.timing().now()).toSeconds()));
    done &= attempt("marker", () -> mark(files));
    Duration taken = Duration.between(begin, machine.timing().now());
    done &= attempt("metric", () -> publish(metricLimit(taken)));
    return done;
  }

  /** A slow machine needs seconds to load what speaks to CloudWatch. */
  static Duration metricLimit(Duration taken) {
    Duration left = LIMIT.minus(taken);
    return left.compareTo(METRIC) > 0 ? left : METRIC;
  }

  private void stopTimers() {
    if (!timers.isEmpty()) {
      List<String> words = Stream.concat(Stream.of("systemctl", "stop"), timers.stream()).toList();
      machine.commands().run(Command.of(words).within(LOOK));
    }
  }

  private List<String> running() {
    return machine
        .commands()
        .run(compose("ps", "--services", "--status=running").within(LOOK))
        .lines()
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void stop(List<String> services, Duration grace) {
    if (services.isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>(List.of("stop", "--timeout", "" + grace.toSeconds()));
    words.addAll(services);
    machine.commands().run(compose(words.toArray(String[]::new)).within(grace.plus(BEYOND)));
    say("stopped " + services);
  }

  /** By the project's name: whatever Compose file the containers were made from. */
  private Command compose(String... words) {
    return Command.of(
        Stream.concat(
                Stream.of("docker", "compose", "--project-name", deployment), Stream.of(words))
            .toList());
  }

  private void mark(HostFiles files) {
    files.write(MARKER, String.join("\n", told) + "\n", FileMode.PLAIN);
  }

  /** The SDK's own limits are longer than what is left. */
  private void publish(Duration limit) {
    MetricValue value = MetricValue.of(CustomMetrics.SPOT_INTERRUPTED, true);
    try {
      CompletableFuture.runAsync(() -> metrics.put(value)).get(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + limit.toSeconds() + " s", e);
    }
  }

  private boolean attempt(String step, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException e) {
      say("%s failed: %s".formatted(step, e.getMessage()));
      return false;
    }
  }

  private void say(String words) {
    told.add(machine.timing().now() + " " + words);
    journal.say("interruption: " + words);
  }
}
