package com.harena.allinone.host.boot;

import com.harena.allinone.host.backend.BackendInForce;
import com.harena.allinone.host.owner.Owner;
import com.harena.allinone.host.owner.Ownership;
import com.harena.allinone.host.owner.Takeover;
import com.harena.allinone.host.release.BundleReference;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.signal.HealthSignal;
import com.harena.allinone.host.state.BootProgress;
import com.harena.allinone.host.state.Phase;
import com.harena.allinone.host.system.KernelSettings;
import com.harena.allinone.host.system.MetricsAgent;
import com.harena.allinone.host.system.SwapFile;
import com.harena.allinone.host.system.UnitFiles;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.volume.DataRoom;
import com.harena.allinone.host.volume.DataVolume;
import com.harena.allinone.host.web.BackendHealth;
import com.harena.allinone.machine.ParameterNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole boot of one machine with one bundle, in order. */
public final class HostSteps {
  private static final Patience CLOUD = Patience.upTo(Duration.ofMinutes(3));
  private static final Patience HEALTH = Patience.upTo(Duration.ofMinutes(5));

  private final Bundle bundle;
  private final Machine machine;
  private final HostPorts ports;
  private final HostPorts.OfMachine host;
  private final ParameterNames names;
  private final UnitFiles units;
  private final BootProgress progress;

  /** The steps of this machine and bundle. */
  public HostSteps(Bundle bundle, Machine machine, HostPorts ports, BootProgress progress) {
    this.bundle = bundle;
    this.machine = machine;
    this.ports = ports;
    this.host = ports.machine();
    this.names = new ParameterNames(bundle.settings().parameterPath());
    this.units = new UnitFiles(host.commands(), host.files(), host.journal());
    this.progress = progress;
  }

  /** All steps: first whatever needs no volume, so that the takeover is short. */
  public List<Step> all() {
    ServingSteps serving = new ServingSteps(bundle, machine, ports);
    List<Step> steps = new ArrayList<>();
    steps.add(
        Step.of(
            "swap file",
            () ->
                new SwapFile(host.commands(), host.files())
                    .use(bundle.settings().swapMebibytes())));
    steps.add(
        Step.of(
            "kernel settings", () -> new KernelSettings(host.commands(), host.files()).apply()));
    steps.add(Step.ofBundle("units", () -> units.install(bundle.folder().resolve("units"))));
    steps.add(serving.prepareEngine());
    steps.add(Step.of("owner of the data volume", this::takeOver));
    steps.add(Step.of("newest bundle", this::refuseIfSuperseded).repeatedFor(CLOUD));
    steps.add(Step.of("data volume", this::bringVolume));
    steps.add(Step.of("room on the data volume", new DataRoom(host.commands())::prove));
    steps.addAll(serving.all());
    steps.add(Step.ofBundle("metrics agent", this::runAgent));
    steps.add(Step.ofBundle("health", this::proveHealth).repeatedFor(HEALTH));
    steps.add(Step.of("releases", serving::served).repeatedFor(CLOUD));
    steps.add(Step.ofBundle("timers", () -> units.start(bundle.settings().timers())));
    steps.add(Step.of("signal", this::tell).repeatedFor(CLOUD));
    return steps;
  }

  private Ownership ownership() {
    return new Ownership(
        names.owner(),
        machine.instance(),
        ports.cloud().parameters(),
        host.timing(),
        progress.during(Phase.WAITING));
  }

  private void takeOver() {
    new Takeover(
            ownership(),
            ports.cloud().instances(),
            ports.cloud().volumes(),
            machine.dataVolume(),
            bundle.settings().deployment(),
            host.timing(),
            progress.during(Phase.BOOTING))
        .run();
  }

  private void refuseIfSuperseded() {
    BundleReference named =
        new ReleaseBucket(names, ports.cloud().parameters(), ports.cloud().releases()).named();
    if (bundle.supersededBy(host.files(), named)) {
      throw new IllegalStateException(
          "%s names bundle %s by now: starting again with that one"
              .formatted(names.bundle(), named.sha256()));
    }
  }

  private void bringVolume() {
    new DataVolume(host.commands(), host.files(), host.timing(), host.journal())
        .bring(machine.dataVolume());
  }

  private void runAgent() {
    new MetricsAgent(host.commands(), host.files())
        .run(bundle.text(host.files(), "agent/amazon-cloudwatch-agent.json"));
  }

  private void proveHealth() {
    if (!BackendInForce.released(bundle.settings(), host.files())) {
      host.journal().say("health: no backend is released yet, the stores are healthy");
      return;
    }
    new BackendHealth(
            bundle.settings(),
            machine.privateAddress(),
            ports.web().pulse(),
            ports.cloud().parameters())
        .prove();
  }

  private void tell() {
    Optional<Owner> owner = ownership().confirmed();
    if (owner.isEmpty()) {
      throw new IllegalStateException("%s names another instance by now".formatted(names.owner()));
    }
    ports.cloud().parameters().put(names.ready(), machine.instance());
    HealthSignal signal = new HealthSignal(ports.web().signals(), host.files(), host.journal());
    owner.get().signal().ifPresent(url -> signal.send(url, machine.instance()));
  }
}
