package com.harena.allinone.cli;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.ReleaseUploads;
import com.harena.allinone.host.remote.Invocation;
import com.harena.allinone.host.remote.LogLine;
import com.harena.allinone.host.remote.LogSource;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.RunCommand;
import com.harena.allinone.host.remote.Schedules;
import com.harena.allinone.host.remote.ShellLine;
import com.harena.allinone.host.remote.Starts;
import com.harena.allinone.host.remote.TickingSchedule;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A deployment of harena in memory, as an operator sees it, on a clock that waiting moves. */
final class OperatedCloud
    implements OperatorCloud, Parameters, Starts, RunCommand, Schedules, LogSource, Timing {
  static final String ID = "i-0123456789abcdef0";
  static final String PATH = "/allinone/harena-production/";

  final Map<String, String> parameters = new TreeMap<>();
  final List<String> did = new ArrayList<>();
  final List<LogLine> lines = new ArrayList<>();
  final Map<String, TickingSchedule> schedules = new TreeMap<>();
  final Set<String> uploaded = new TreeSet<>();
  InstanceState state = InstanceState.RUNNING;
  Invocation answer = new Invocation(Invocation.State.ENDED, 0, "{}", "");
  int refusedFrom = Integer.MAX_VALUE;
  private Instant now = Instant.parse("2026-11-27T14:00:00Z");

  OperatedCloud() {
    parameters.put(PATH + "owner", "{\"instance\":\"%s\",\"signal\":\"none\"}".formatted(ID));
    for (String name : List.of("start-1", "serving-zero-1")) {
      schedules.put(name, new TickingSchedule("harena-production-start", name, Optional.empty()));
    }
    for (String name : List.of("stop-1", "stop-2", "stop-3")) {
      schedules.put(name, new TickingSchedule("harena-production-stop", name, Optional.empty()));
    }
  }

  OperatorAccess access() {
    return new OperatorAccess(region -> this, this);
  }

  OperatedCloud at(String moment) {
    now = Instant.parse(moment);
    return this;
  }

  void prints(int exitCode, String output, String errors) {
    answer = new Invocation(Invocation.State.ENDED, exitCode, output, errors);
  }

  Optional<Instant> begin(String schedule) {
    return schedules.get(schedule).begin();
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    now = now.plus(time);
    if (state == InstanceState.STOPPING) {
      state = InstanceState.STOPPED;
    }
  }

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  @Override
  public void put(String name, String value) {
    parameters.put(name, value);
  }

  @Override
  public Optional<SecretValue> findSecret(String name) {
    throw new AssertionError("no operator reads a secret");
  }

  @Override
  public boolean putSecretIfAbsent(String name, SecretValue value) {
    throw new AssertionError("no command of these writes a secret");
  }

  @Override
  public Instances instances() {
    return new Instances() {
      @Override
      public Optional<Instance> find(String id) {
        return id.equals(ID)
            ? Optional.of(new Instance(ID, state, "eu-west-1a", Optional.of("harena-production")))
            : Optional.empty();
      }

      @Override
      public void stop(String id) {
        did.add("stop " + id);
        state = InstanceState.STOPPING;
      }
    };
  }

  @Override
  public void start(String id) {
    did.add("start " + id);
    state = InstanceState.PENDING;
  }

  @Override
  public String send(String instance, ShellLine line) {
    did.add(line.text());
    return "command-1";
  }

  @Override
  public Optional<Invocation> look(String instance, String command) {
    return Optional.of(answer);
  }

  @Override
  public void cancel(String command) {
    did.add("cancel");
  }

  @Override
  public List<TickingSchedule> in(String group) {
    return schedules.values().stream().filter(each -> each.group().equals(group)).toList();
  }

  @Override
  public void begin(TickingSchedule schedule, Optional<Instant> begin) {
    if (did.size() >= refusedFrom) {
      throw new CloudFailure("move " + schedule.name(), "InternalServerException", "later", true);
    }
    did.add(schedule.name() + " " + begin.map(Instant::toString).orElse("at once"));
    schedules.put(schedule.name(), new TickingSchedule(schedule.group(), schedule.name(), begin));
  }

  @Override
  public Optional<List<String>> streams(String group) {
    return Optional.of(lines.stream().map(LogLine::service).distinct().sorted().toList())
        .filter(streams -> !streams.isEmpty());
  }

  @Override
  public void read(String group, List<String> streams, Instant since, Consumer<LogLine> reader) {
    lines.stream()
        .filter(line -> streams.isEmpty() || streams.contains(line.service()))
        .filter(line -> !line.at().isBefore(since))
        .forEach(reader);
  }

  @Override
  public Parameters parameters() {
    return this;
  }

  @Override
  public Starts starts() {
    return this;
  }

  @Override
  public RunCommand commands() {
    return this;
  }

  @Override
  public Schedules schedules() {
    return this;
  }

  @Override
  public LogSource logs() {
    return this;
  }

  @Override
  public ReleaseUploads uploads() {
    return (bucket, key, file) -> {
      did.add("put s3://%s/%s".formatted(bucket, key));
      return uploaded.add(key);
    };
  }

  @Override
  public void close() {}
}
