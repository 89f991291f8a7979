package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the services of a deployment wrote, also while its instance sleeps. */
public final class ServiceLogs {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** CloudWatch Logs takes lines up to this late in the usual case; they are looked for again. */
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final int REMEMBERED = 50_000;

  private final String group;
  private final LogSource logs;
  private final Timing timing;

  /** The logs of the blueprint's deployment. */
  public ServiceLogs(Blueprint blueprint, LogSource logs, Timing timing) {
    this.group = HostSettings.of(blueprint).logGroup();
    this.logs = logs;
    this.timing = timing;
  }

  /**
   * Hands over what was written from a moment on.
   *
   * @param service whose; everybody's when empty
   * @throws UnknownService if it has never written anything
   */
  public void read(Optional<String> service, Instant since, Consumer<LogLine> reader) {
    logs.read(group, streams(service), since, reader);
  }

  /** The same, and goes on with what is written from now on for as long as it is to. */
  public void follow(
      Optional<String> service, Instant since, Consumer<LogLine> reader, BooleanSupplier goOn) {
    List<String> streams = streams(service);
    Set<String> told = new HashSet<>();
    Deque<String> order = new ArrayDeque<>();
    Instant from = since;
    while (true) {
      Instant begin = timing.now();
      logs.read(
          group,
          streams,
          from,
          line -> {
            if (told.add(line.id())) {
              order.add(line.id());
              reader.accept(line);
            }
          });
      while (order.size() > REMEMBERED) {
        told.remove(order.remove());
      }
      if (!goOn.getAsBoolean()) {
        return;
      }
      from = later(from, begin.minus(LATE));
      timing.pause(PAUSE);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<String> streams(Optional<String> service) {
    List<String> known =
        logs.streams(group)
            .orElseThrow(
                () ->
                    new NotDeployed(
                        "there is no log group %s: nothing of this deployment has run yet"
                            .formatted(group)));
    if (service.isPresent() && !known.contains(service.get())) {
      throw new UnknownService(
          "nothing named '%s' has written to %s: give one of %s, or none for all of them"
              .formatted(service.get(), group, String.join(", ", known)));
    }
    return service.map(List::of).orElse(List.of());
  }
}
