package com.harena.allinone.box;

import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.emulator.fleet.Launched;
import com.harena.allinone.emulator.fleet.Pace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;

/**
 * Everything that the boxes of a test run share: the local AWS, and what a box sees of the world.
 * Nothing outside this machine is reached by a box.
 */
public final class World implements AutoCloseable {
  /** Longer than a boot takes on a loaded machine; a healthy one ends long before. */
  static final Duration BOOT = Duration.ofMinutes(15);

  private static final List<String> DOMAINS = List.of("amazonaws.com", "docker.io");
  private static final List<String> CERTIFIED =
      List.of(
          "*.amazonaws.com",
          "*.%s.amazonaws.com".formatted(Aws.REGION),
          "*.s3.%s.amazonaws.com".formatted(Aws.REGION),
          "*.s3.amazonaws.com",
          "*.docker.io");

  private static final String PREFIX = "allinone-box-";

  /** EC2's own clock, so many times faster. */
  private static final double SPEED = 10;

  private final Path folder;
  private final Versions versions;
  private final Network network;
  private final NameServer names;
  private final Front front;
  private final Disks disks;
  private final Boxes boxes;
  private final Aws aws;
  private final Bundles bundles;
  private final Deployment deployment;
  private final Surroundings around;
  private final MetadataServices metadata;
  private Optional<Serving> serving = Optional.empty();

  private World(Path checkout) {
    String name = PREFIX + ProcessHandle.current().pid();
    folder = checkout.resolve(".allinone/box").resolve(name);
    Leftovers.remove(folder.getParent(), PREFIX);
    Images images = new Images(checkout);
    images.build();
    Registry registry = new Registry();
    versions = Versions.of(images, registry);
    network = Network.make(name);
    metadata = new MetadataServices(network);
    Certificates certificates = new Certificates(folder.resolve("certificates"), CERTIFIED);
    around = new Surroundings(images.machine(), network, folder, certificates);
    names = new NameServer(network.gateway(), DOMAINS);
    disks = new Disks(folder.resolve("disks"));
    boxes = new Boxes(this::box, disks);
    aws = new Aws(checkout, folder.resolve("aws"), new Pace(SPEED), boxes);
    aws.front().interceptFirst(boxes);
    front = new Front(network.gateway(), certificates.server(), aws.front().endpoint(), registry);
    bundles = new Bundles(checkout, versions.digests());
    deployment = new Deployment(aws.clients(), bundles.blueprint(), network.range(), folder);
    deployment.bundle(bundle(UnaryOperator.identity()));
  }

  /** The bundle of the blueprint after a change of its text. */
  HostBundle bundle(UnaryOperator<String> change) {
    return bundles.of(change, deployment.s3());
  }

  /** Makes one in the checkout. */
  static World start() {
    return new World(Path.of(System.getProperty("allinone.checkout")));
  }

  /** An instance that serves, booted from a blank volume when it is first asked for. */
  synchronized Serving serving() {
    if (serving.isEmpty()) {
      String volume = volume(40);
      Instant begin = Instant.now();
      String instance = launch(volume);
      deployment.own(instance);
      serves(instance);
      Duration firstBoot = Duration.between(begin, Instant.now());
      Ticking ticking = new Ticking(aws.clients(), deployment.blueprint(), instance);
      serving = Optional.of(new Serving(instance, volume, firstBoot, ticking));
    }
    String instance = serving.get().instance();
    if (!box(instance).isOn()) {
      restore(instance);
    }
    if (!deployment.owner().equals(instance)) {
      deployment.own(instance);
      // As the association of a deployment: the owner tells its newest signal, once.
      box(instance).shell("/usr/local/sbin/allinone-start");
    }
    return serving.get();
  }

  /** Other versions of the application, to be released. */
  Versions versions() {
    return versions;
  }

  /** Makes a blank volume of that many GiB. */
  String volume(int gibibytes) {
    String volume = deployment.volume(gibibytes);
    disks.size(volume, gibibytes);
    return volume;
  }

  /** Launches an instance for a volume, and waits until its box is on; it owns nothing yet. */
  String launch(String volume) {
    String instance = deployment.launch(volume);
    Awaiting.until(
        "a box of " + instance,
        Duration.ofMinutes(2),
        () -> boxes.find(instance).filter(Box::isOn).isPresent(),
        () -> told(instance));
    return instance;
  }

  /** Waits until the instance says that it serves, and tells how long that took. */
  Duration serves(String instance) {
    Instant begin = Instant.now();
    Awaiting.until(
        instance + " to serve",
        BOOT,
        () -> box(instance).hasBooted() && deployment.ready().equals(Optional.of(instance)),
        () -> told(instance));
    return Duration.between(begin, Instant.now());
  }

  /** Stops an instance as the schedule does, and waits until it is. */
  void stop(String instance) {
    deployment.ec2().stopInstances(call -> call.instanceIds(instance));
    becomes(instance, InstanceStateName.STOPPED);
  }

  /** Starts a stopped instance, and waits until its box is on. */
  void start(String instance) {
    deployment.ec2().startInstances(call -> call.instanceIds(instance));
    becomes(instance, InstanceStateName.RUNNING);
    Awaiting.until(
        "the box of " + instance, BOOT, () -> box(instance).isOn(), () -> told(instance));
  }

  /** Gives power again to an instance that is stopped, or whose power was cut unknown to EC2. */
  void restore(String instance) {
    if (state(instance) == InstanceStateName.STOPPED) {
      start(instance);
    } else {
      boxes.restore(instance);
    }
  }

  /** Ends an instance, with its box. */
  void terminate(String instance) {
    deployment.ec2().terminateInstances(call -> call.instanceIds(instance));
    becomes(instance, InstanceStateName.TERMINATED);
  }

  /** Waits until EC2 tells this state. */
  void becomes(String instance, InstanceStateName wanted) {
    Awaiting.until(
        instance + " to be " + wanted, BOOT, () -> state(instance) == wanted, () -> told(instance));
  }

  /** The state that EC2 tells. */
  InstanceStateName state(String instance) {
    return deployment.state(instance);
  }

  /** The box of an instance. */
  Box box(String instance) {
    return boxes
        .find(instance)
        .orElseThrow(() -> new IllegalStateException(instance + " has never run"));
  }

  /** What the containers of all boxes wrote. */
  Logs logs() {
    return new Logs(
        aws.clients().of(CloudWatchLogsClient.builder()),
        "/allinone/" + deployment.blueprint().deployment());
  }

  Boxes boxes() {
    return boxes;
  }

  Deployment deployment() {
    return deployment;
  }

  Aws aws() {
    return aws;
  }

  Disks disks() {
    return disks;
  }

  Front front() {
    return front;
  }

  NameServer names() {
    return names;
  }

  /** The metadata service of an instance that has run. */
  Metadata metadata(String instance) {
    return metadata.of(instance);
  }

  private String told(String instance) {
    return boxes.find(instance).map(Box::journal).orElse("no box")
        + boxes.faults()
        + aws.ec2().faults();
  }

  private Box box(Launched instance) {
    metadata.serve(instance, aws, deployment.blueprint().zone().toString());
    return Box.make(PREFIX + instance.id(), instance.address(), around);
  }

  @Override
  public void close() {
    boxes.close();
    front.close();
    aws.close();
    names.close();
    metadata.close();
    disks.close();
    network.close();
    Folders.delete(folder);
  }
}
