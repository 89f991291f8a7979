package com.harena.allinone.host.boot;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryEc2;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.host.web.Signals;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A machine of one deployment with its cloud and a bundle, on which the whole boot is run. */
final class Stage {
  static final String SELF = "i-0000000000000000b";
  static final String OTHER = "i-0000000000000000a";
  static final String VOLUME = "vol-0000000000000000d";
  static final String PATH = "/allinone/harena-production";
  static final String GOOD = "a".repeat(64);
  static final String SIGNAL = "https://wait.test/handle?signature=s3cr3t";
  static final Path BUNDLES = Path.of("/opt/allinone/bundles");

  private static final Set<String> LEFT_OVER = Set.of("formatting", "postgres.initialising");

  final VirtualTime time = new VirtualTime();
  final MemoryCloud cloud = new MemoryCloud(time, () -> Duration.ofSeconds(15));
  final MemoryMachine machine;
  final List<String> journal = new ArrayList<>();
  final TreeSet<URI> signalled = new TreeSet<>();
  final List<String> downloads = new ArrayList<>();
  Duration deviceDelay = Duration.ZERO;
  Signals.Answer signalAnswer = new Signals.Answer(200, "");
  int health = 200;
  int signals;

  /** What happens elsewhere before each call to the cloud. */
  Runnable world = () -> {};

  Stage(Path root) {
    machine =
        new MemoryMachine(
            root,
            VOLUME.replace("-", ""),
            () ->
                cloud.volume(VOLUME).holder().filter(SELF::equals).isPresent()
                    && time.seconds() >= deviceDelay.toSeconds());
    cloud.addInstance(SELF);
    cloud.addInstance(OTHER);
    cloud.addVolume(VOLUME);
    own(SELF, SIGNAL);
    name(GOOD);
    bundle(GOOD, "one", settings("DATABASE_PASSWORD", "REDIS_PASSWORD"));
    install("/etc/allinone/machine.env", "AWS_REGION=eu-west-1\nDATA_VOLUME=" + VOLUME + "\n");
  }

  static HostSettings settings(String... secrets) {
    return new HostSettings(
        "harena-production",
        "eu-west-1",
        PATH,
        "/allinone/harena-production",
        "Allinone/harena-production",
        4,
        List.of(secrets),
        List.of(),
        "harena/backend:1@sha256:" + "1".repeat(64),
        true,
        8001,
        "/health",
        96,
        7,
        true,
        List.of("allinone-backup.timer"));
  }

  void own(String instance, String signal) {
    cloud.parameter(
        PATH + "/owner", "{\"instance\":\"%s\",\"signal\":\"%s\"}".formatted(instance, signal));
  }

  void name(String sha256) {
    cloud.parameter(
        PATH + "/bundle",
        "{\"bucket\":\"backups\",\"key\":\"bundles/%s/bundle.zip\",\"sha256\":\"%s\"}"
            .formatted(sha256, sha256));
  }

  /** A bundle whose units and settings carry the mark. */
  void bundle(String sha256, String mark, HostSettings settings) {
    String folder = BUNDLES.resolve(sha256).toString();
    install(folder + "/host.json", settings.json());
    install(folder + "/artefacts.json", "{\"artefacts\":[]}");
    install(folder + "/docker/daemon.json", "{\"data-root\":\"/data/docker\"}");
    install(folder + "/agent/amazon-cloudwatch-agent.json", "{\"mark\":\"" + mark + "\"}");
    install(folder + "/units/allinone-data.service", "# " + mark);
    install(folder + "/units/allinone-" + mark + ".service", "# " + mark);
    install(folder + "/units/docker.service.d/allinone.conf", "# " + mark);
  }

  void install(String file, String text) {
    machine.disk.write(Path.of(file), text, FileMode.PLAIN);
  }

  int boot() {
    return boot(GOOD, CrashPoint.never());
  }

  int boot(String sha256, CrashPoint crash) {
    machine.crashAt(crash);
    HostFiles files = new CrashingFiles(machine.disk, machine, crash);
    Runnable gate =
        () -> {
          time.pause(Duration.ofMillis(100));
          world.run();
        };
    MemoryEc2 ec2 = new MemoryEc2(cloud, SELF, gate);
    HostPorts ports =
        new HostPorts(
            new HostPorts.OfMachine(machine, files, time, journal::add),
            new HostPorts.OfCloud(
                ec2.instances(),
                ec2.volumes(),
                new CrashingParameters(new MemoryParameters(cloud, gate), crash),
                (bucket, key, file) -> {
                  throw new CloudFailure("fetch " + key, "NoSuchKey", "none", false);
                }),
            new HostPorts.OfWeb(
                (address, file) -> downloads.add(address.toString()),
                (address, headers) -> health,
                (address, body) -> signal(address, crash)));
    return new HostBoot(BUNDLES.resolve(sha256), ports, new Here()).run();
  }

  private Signals.Answer signal(URI address, CrashPoint crash) {
    crash.before();
    signals++;
    signalled.add(address);
    crash.after();
    return signalAnswer;
  }

  /** Everything that a boot is to bring about, for comparison. */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    state.put("units", machine.loadedUnits.toString());
    state.put("active", machine.active.toString());
    state.put("swap", machine.swaps.toString());
    state.put("kernel", machine.sysctl.toString());
    state.put("mounted", "" + machine.mounted + machine.data.formatted());
    state.put("docker", machine.dockerSettings);
    state.put("agent", machine.agentSettings);
    state.put("running", machine.containers.running.toString());
    state.put(
        "password",
        "" + machine.containers.variables.contains("'" + machine.containers.password() + "'"));
    state.put("ready", cloud.parameter(PATH + "/ready").orElse(""));
    state.put("signalled", signalled.toString());
    state.put("left over", leftOver().toString());
    state.put("violations", machine.violations.toString() + cloud.violations());
    return state;
  }

  private List<Path> leftOver() {
    return machine.disk.list(Path.of("/")).stream()
        .filter(
            file -> file.toString().endsWith("new") || LEFT_OVER.contains("" + file.getFileName()))
        .toList();
  }

  private static final class Here implements Metadata {
    @Override
    public String instanceId() {
      return SELF;
    }

    @Override
    public String privateAddress() {
      return "10.0.0.10";
    }
  }
}
