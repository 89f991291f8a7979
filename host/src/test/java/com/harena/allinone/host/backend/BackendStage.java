package com.harena.allinone.host.backend;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.ImageReference;
import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.container.ImageArchives;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.host.web.HealthPath;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A machine whose bundle names the image {@link #OWN}, with three more in the registry. */
final class BackendStage {
  static final String OWN = reference(1);
  static final String GOOD = reference(2);
  static final String BETTER = reference(3);
  static final String BAD = reference(4);
  static final String SECRET = "pass/word 1";
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Path VARIABLES = Path.of("/run/allinone/compose.env");

  private static final Map<String, HostSettings> SETTINGS = new ConcurrentHashMap<>();

  final VirtualTime time = new VirtualTime();
  final MemoryEngine engine = new MemoryEngine(time);
  final List<String> said = new ArrayList<>();
  final DiskFiles files;
  String names = OWN;

  BackendStage(Path root) {
    files = new DiskFiles(root);
    memory(600);
    files.write(
        VARIABLES, "BACKEND_IMAGE='" + OWN + "'\nPRIVATE_ADDRESS='10.0.0.10'\n", FileMode.PLAIN);
    engine.serve(OWN);
    engine.registry.addAll(List.of(OWN, GOOD, BETTER, BAD));
    for (String image : List.of(OWN, GOOD, BETTER)) {
      engine.behaviours.put(image, MemoryEngine.Behaviour.healthy(Duration.ofSeconds(1)));
    }
    engine.behaviours.put(BAD, MemoryEngine.Behaviour.silent());
  }

  static String reference(int number) {
    return "harena/backend:%d@sha256:%s".formatted(number, ("" + number).repeat(64));
  }

  static Wanted wanted(String reference) {
    return new Wanted.Registry(new ImageReference(reference));
  }

  void memory(int mebibytes) {
    try {
      Path file = files.real(MEMORY);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "MemAvailable: %d kB%n".formatted(mebibytes * 1024));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Released release(Wanted wanted) {
    return new Release(
            settings(),
            new Release.Machine(engine, files, time, said::add),
            images(),
            new Release.Backend(
                new HealthPath(URI.create("http://10.0.0.10:8001/health"), Map.of(), engine),
                engine,
                page -> gap(time.now()),
                List.of(SecretValue.of(SECRET))))
        .run(wanted);
  }

  private Gap gap(Instant begin) {
    return () -> Duration.between(begin, time.now());
  }

  /** What a boot does, as far as the backend is concerned; the image that it brings up. */
  String boot() {
    String image = bootThatNeverServes();
    inForce().served(engine, time);
    return image;
  }

  /** The same with services that do not become healthy. */
  String bootThatNeverServes() {
    String image = inForce().variables().getOrDefault("BACKEND_IMAGE", "");
    if (!image.isEmpty()) {
      engine.serve(image);
    }
    return image;
  }

  private BackendInForce inForce() {
    return new BackendInForce(settings(), files, said::add, images());
  }

  String variables() {
    return files.read(VARIABLES).orElseThrow();
  }

  ReleaseState state() {
    return new ReleaseFile(files).read();
  }

  List<String> outcomes() {
    return state().history().stream()
        .map(act -> act.outcome().word() + " " + act.image().name().replaceAll("@.*", ""))
        .toList();
  }

  HostSettings settings() {
    return SETTINGS.computeIfAbsent(names, BackendStage::settings);
  }

  private static HostSettings settings(String names) {
    Path blueprint = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");
    String image = names.isEmpty() ? "" : "    image: " + names + "\n";
    try {
      String text = Files.readString(blueprint);
      return HostSettings.of(
          BlueprintLoader.parse(text.replace("  backend:\n", "  backend:\n" + image)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private BackendImages images() {
    MemoryCloud cloud = new MemoryCloud(time, () -> Duration.ZERO);
    ReleaseBucket bucket =
        new ReleaseBucket(
            new ParameterNames("/a/b"),
            new MemoryParameters(cloud, () -> {}),
            (name, key, file) -> false);
    return new BackendImages(engine, new ImageArchives(engine, files, bucket, said::add));
  }
}
