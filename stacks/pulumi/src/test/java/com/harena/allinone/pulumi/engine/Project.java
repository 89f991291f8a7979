package com.harena.allinone.pulumi.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A folder like the checkout with a Pulumi of its own: home, state and configuration are in it, so
 * that projects do not meet. The program is the one that this build made.
 */
final class Project {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MINUTES = 10;

  /** The committed stack. */
  static final String STACK = "production";

  /** What stands in for the secret of the origin. */
  static final String SECRET = "5ecf1e5d0c0ffee15d0d00d1e5ca1ab1e0ddba11f00dcafebeefdeadfa57c0de";

  private final Path folder;
  private final AtomicInteger commands = new AtomicInteger();

  private Project(Path folder) {
    this.folder = folder;
  }

  /** Makes one in an empty folder, with the committed blueprint and settings. */
  static Project in(Path folder) throws IOException {
    Project project = new Project(folder.toRealPath());
    Path program = Files.createDirectories(project.program());
    Path committed = EnginePart.checkout().resolve("stacks/pulumi");
    try (Stream<Path> settings = Files.list(committed)) {
      for (Path file : settings.filter(Project::isSetting).toList()) {
        Files.copy(file, program.resolve(file.getFileName()));
      }
    }
    Files.createSymbolicLink(program.resolve("target"), committed.resolve("target"));
    Files.createSymbolicLink(project.folder.resolve("cli"), EnginePart.checkout().resolve("cli"));
    Files.copy(committedBlueprint(), project.blueprint());
    Files.createDirectories(project.folder.resolve("state"));
    return project;
  }

  /** Makes another one in an empty folder, with the state that this one has now. */
  Project copy(Path other) throws IOException {
    Project copy = in(other);
    Files.delete(copy.folder.resolve("state"));
    try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.folder.resolve(folder.relativize(file).toString()));
      }
    }
    Path settings = Path.of("stacks/pulumi/Pulumi." + STACK + ".yaml");
    Files.deleteIfExists(copy.folder.resolve(settings));
    Files.copy(folder.resolve(settings), copy.folder.resolve(settings));
    return copy;
  }

  /** The blueprint of the checkout. */
  static Path committedBlueprint() {
    return EnginePart.checkout().resolve("stacks/harena.yaml");
  }

  private static boolean isSetting(Path file) {
    return file.getFileName().toString().matches("Pulumi(\\..+)?\\.yaml");
  }

  /** Where the commands run. */
  Path program() {
    return folder.resolve("stacks/pulumi");
  }

  /** The blueprint, for tests to change. */
  Path blueprint() {
    return folder.resolve("stacks/harena.yaml");
  }

  /** What the provider was asked so far. */
  List<Call> calls() throws IOException {
    return Files.exists(log()) ? Call.read(log()) : List.of();
  }

  private Path log() {
    return folder.resolve("calls");
  }

  /** Runs the command line and waits for its end. */
  Ended pulumi(String... words) {
    List<String> command = new ArrayList<>(List.of("pulumi"));
    command.addAll(List.of(words));
    command.addAll(List.of("--non-interactive", "--color", "never"));
    return run(program(), command);
  }

  /** Runs lines of a shell in the folder that stands for the checkout. */
  Ended shell(String lines) {
    return run(folder, List.of("bash", "-euo", "pipefail", "-c", lines));
  }

  private Ended run(Path where, List<String> command) {
    int number = commands.incrementAndGet();
    Path out = folder.resolve("out." + number);
    Path said = folder.resolve("said." + number);
    List<String> found = new ArrayList<>(command);
    if (command.get(0).equals("pulumi")) {
      found.set(0, EnginePart.programs().resolve("pulumi").toString());
    }
    try {
      Files.createDirectories(temporary());
      ProcessBuilder builder =
          new ProcessBuilder(found)
              .directory(where.toFile())
              .redirectOutput(out.toFile())
              .redirectError(said.toFile());
      builder.environment().putAll(environment());
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError(command + " did not end: " + Files.readString(out));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(said));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("PATH", EnginePart.programs() + ":" + java() + ":" + System.getenv("PATH")),
        Map.entry("HOME", folder.toString()),
        Map.entry("TMPDIR", temporary().toString()),
        Map.entry("PULUMI_HOME", folder.resolve("home").toString()),
        Map.entry("PULUMI_BACKEND_URL", folder.resolve("state").toUri().toString()),
        Map.entry("PULUMI_CONFIG_PASSPHRASE", "a passphrase of the tests"),
        Map.entry("PULUMI_SKIP_UPDATE_CHECK", "true"),
        Map.entry("PULUMI_SKIP_CONFIRMATIONS", "true"),
        Map.entry("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true"),
        Map.entry("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
        Map.entry("ALLINONE_CALLS", log().toString()),
        Map.entry("ALLINONE_ORIGIN_SECRET", SECRET));
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin");
  }

  /** Takes the protection from a resource, as its owner must before it may go. */
  void unprotect(String name) {
    for (JsonNode resource : resources()) {
      String urn = resource.get("urn").asText();
      if (urn.endsWith("::" + name)) {
        pulumi("state", "unprotect", urn, "--yes", "--stack", STACK);
      }
    }
  }

  /** The state, as the command line exports it: the resources. */
  List<JsonNode> resources() {
    Ended exported = pulumi("stack", "export", "--stack", STACK);
    try {
      List<JsonNode> resources = new ArrayList<>();
      JSON.readTree(exported.out()).at("/deployment/resources").forEach(resources::add);
      return List.copyOf(resources);
    } catch (IOException e) {
      throw new UncheckedIOException(exported.text(), e);
    }
  }
}
