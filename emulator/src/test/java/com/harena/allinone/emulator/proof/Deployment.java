package com.harena.allinone.emulator.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.engine.ResourceChange;
import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.engine.StackEvent;
import com.harena.allinone.emulator.function.TimeScale;
import com.harena.allinone.emulator.program.Installed;
import com.harena.allinone.emulator.program.Program;
import com.harena.allinone.emulator.testing.LocalClients;
import com.harena.allinone.emulator.testing.LocalMoto;
import com.harena.allinone.emulator.testing.OptionalPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;

/** A local AWS, bootstrapped, and the CDK's own command line before it. */
final class Deployment implements AutoCloseable {
  static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  static final String STACK = "harena-production";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final double SPEED = 40;

  private final Path folder;
  private final Path pace;
  private final LocalAws local;

  private Deployment(Path folder) {
    this.folder = folder;
    pace = write(folder.resolve("pace.cjs"));
    local =
        LocalAws.start(
            LocalSettings.of(CHECKOUT)
                .folder(folder.resolve("run"))
                .scale(new TimeScale(SPEED))
                .build(),
            System.err::println);
  }

  /** Starts and bootstraps one; skips the test where Python or Node.js is missing. */
  static Deployment start(Path folder) {
    LocalMoto.environment();
    OptionalPart.need("node", Files.isExecutable(node()), "npm ci was not run in the checkout");
    Deployment deployment = new Deployment(folder);
    deployment.cdk("bootstrap", "aws://123456789012/eu-west-1");
    return deployment;
  }

  LocalAws local() {
    return local;
  }

  Path folder() {
    return folder;
  }

  /** A client as anybody's, who knows the address and nothing else. */
  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return LocalClients.of(builder, local.front().endpoint());
  }

  /** Deploys an assembly with the CDK's command line; what it says. */
  String deploy(Assembly assembly) {
    return cdk("deploy", "--app", assembly.folder().toString(), "--require-approval", "never");
  }

  /** Runs the CDK's command line to a good end; what it says. */
  String cdk(String... words) {
    Program.Result result = tryCdk(words);
    assertThat(result.status()).as(result.output()).isZero();
    isSound();
    return result.output();
  }

  /** Nothing failed behind the scenes: of EC2, nor of a machine. */
  void isSound() {
    assertThat(local.instances().ec2().faults()).as("EC2's faults").isEmpty();
    assertThat(local.instances().machines().faults()).as("the machines' faults").isEmpty();
  }

  /** Runs the CDK's command line to any end, and prints how long it took. */
  Program.Result tryCdk(String... words) {
    List<String> all = new ArrayList<>();
    all.add(CHECKOUT.resolve("node_modules/aws-cdk/bin/cdk").toString());
    all.addAll(List.of(words));
    Instant begin = Instant.now();
    Program.Result result =
        new Program(node()).run(LIMIT, folder, variables(), all.toArray(String[]::new));
    System.out.printf(
        "cdk %s: %d ms%n", words[0], Duration.between(begin, Instant.now()).toMillis());
    return result;
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(local.environment());
    variables.put("NODE_OPTIONS", "--require=" + pace);
    return variables;
  }

  private static Path write(Path file) {
    try {
      return Files.writeString(file, Installed.resource(Deployment.class, "pace.cjs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The resources that the stack says it has, by logical id. */
  Map<String, ResourceDescription> resources(String stack) {
    Map<String, ResourceDescription> resources = new TreeMap<>();
    for (ResourceDescription each : local.engine().listStackResources(stack)) {
      if (each.physicalId().isPresent() && !each.status().equals("DELETE_COMPLETE")) {
        resources.put(each.logicalId(), each);
      }
    }
    return resources;
  }

  /** The physical id of the stack's only resource of a type. */
  String only(String type) {
    return only(STACK, type);
  }

  /** The physical id of a stack's only resource of a type. */
  String only(String stack, String type) {
    return resources(stack).values().stream()
        .filter(each -> each.type().equals(type))
        .flatMap(each -> each.physicalId().stream())
        .reduce(
            (one, other) -> {
              throw new AssertionError("several resources of " + type);
            })
        .orElseThrow(() -> new AssertionError("no resource of " + type));
  }

  /** The changes of the change set that made the stack what it is. */
  List<ResourceChange> changes() {
    StackDescription stack = local.engine().describeStacks(Optional.of(STACK)).get(0);
    return local
        .engine()
        .describeChangeSet(Optional.empty(), stack.changeSetId().orElseThrow(), false)
        .changes();
  }

  /** The events of the stack from an instant on. */
  List<StackEvent> eventsSince(Instant from) {
    return local.engine().describeStackEvents(STACK).stream()
        .filter(event -> !event.time().isBefore(from))
        .toList();
  }

  /** What the stack's status is; empty if there is none. */
  Optional<String> status(String stack) {
    return local.engine().describeStacks(Optional.empty()).stream()
        .filter(each -> each.name().equals(stack))
        .map(each -> each.status())
        .findFirst();
  }

  static Path node() {
    return CHECKOUT.resolve("node_modules/node/bin/node");
  }

  @Override
  public void close() {
    local.close();
  }
}
