package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.association.ShellAgent;
import com.harena.allinone.emulator.association.ShellResult;
import com.harena.allinone.emulator.fleet.Launched;
import com.harena.allinone.emulator.fleet.MachineSwitch;
import com.harena.allinone.emulator.fleet.Pace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Volume;

/** The machines of all instances. */
public final class Machines implements MachineSwitch, AutoCloseable {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Surroundings around;
  private final Ec2Client ec2;
  private final Map<String, Machine> machines = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile Predicate<String> healthy = instance -> true;
  private volatile ShellAgent shell = ShellAgent.none();
  private volatile Consumer<String> online = instance -> {};

  /**
   * Machines that speak with a local AWS.
   *
   * @param endpoint its address
   * @param folder where machines and volumes keep their files
   */
  public Machines(
      URI endpoint, String region, Path folder, Pace pace, RoleCredentials credentials) {
    this.around = new Surroundings(endpoint, folder, pace, http, credentials);
    this.ec2 =
        Ec2Client.builder()
            .httpClient(http)
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
  }

  /** Says which instances' services get healthy; without it all do. */
  public Machines healthy(Predicate<String> rule) {
    healthy = rule;
    return this;
  }

  /** Says who is told of each instance whose agent reports, at every boot. */
  Machines online(Consumer<String> listener) {
    online = listener;
    return this;
  }

  /** The instances whose agent runs. */
  List<String> online() {
    return machines.entrySet().stream()
        .filter(machine -> machine.getValue().isOnline())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Override
  public void on(Launched instance) {
    machines
        .computeIfAbsent(
            instance.id(),
            id ->
                new Machine(
                    instance, around, this::disks, () -> healthy.test(id), () -> online.accept(id)))
        .on();
  }

  @Override
  public void off(String instance) {
    find(instance).ifPresent(Machine::off);
  }

  @Override
  public void gone(String instance) {
    off(instance);
  }

  @Override
  public void forgotten(String instance) {
    find(instance).ifPresent(machine -> faults.addAll(faults(instance, machine)));
    machines.remove(instance);
    Trees.delete(Machine.root(around, instance));
  }

  /** Whether the instance's boot has come to its end and everything serves. */
  public boolean serves(String instance) {
    return find(instance).map(Machine::serves).orElse(false);
  }

  /** Whether the instance's machine has come to an end with whatever it began: no call follows. */
  public boolean rests(String instance) {
    return find(instance).map(Machine::rests).orElse(true);
  }

  /** What the instance's machine has said since its launch. */
  public List<String> journal(String instance) {
    return find(instance).map(Machine::journal).orElse(List.of());
  }

  /** What the machines themselves failed of, also those that are gone; empty on a sound run. */
  public List<String> faults() {
    return Stream.concat(
            faults.stream(),
            machines.entrySet().stream()
                .flatMap(each -> faults(each.getKey(), each.getValue()).stream()))
        .sorted()
        .toList();
  }

  private static List<String> faults(String instance, Machine machine) {
    return machine.journal().stream()
        .filter(line -> line.startsWith(Machine.FAILS))
        .map(line -> instance + ": " + line)
        .toList();
  }

  /**
   * Runs {@code allinone-start} for a bundle, as the deployment's association does.
   *
   * @return its exit status
   */
  public int apply(String instance, String sha256) {
    return existing(instance).apply(sha256);
  }

  /** Says who runs scripts other than the association's; without it nobody does. */
  void shell(ShellAgent agent) {
    shell = agent;
  }

  /** Runs a shell script. */
  ShellResult run(String instance, String script) {
    Machine machine = existing(instance);
    if (AssociationScript.bundle(script).isEmpty()) {
      Optional<ShellResult> result = shell.run(instance, script);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return new ShellResult(machine.run(script), "", "");
  }

  /** Adds a line to what the instance's machine says. */
  void say(String instance, String words) {
    existing(instance).say(words);
  }

  private Machine existing(String instance) {
    return find(instance).orElseThrow(() -> new IllegalStateException(instance + " has never run"));
  }

  private Optional<Machine> find(String instance) {
    return Optional.ofNullable(machines.get(instance));
  }

  private Map<String, Integer> disks(String instance) {
    Filter own = Filter.builder().name("attachment.instance-id").values(instance).build();
    Filter there = Filter.builder().name("attachment.status").values("attached", "busy").build();
    Map<String, Integer> disks = new TreeMap<>();
    for (Volume volume : ec2.describeVolumes(call -> call.filters(own, there)).volumes()) {
      disks.put(volume.volumeId(), volume.size());
    }
    return disks;
  }

  @Override
  public void close() {
    machines.values().forEach(Machine::off);
    ec2.close();
    http.close();
  }
}
