package com.harena.allinone.emulator.machine;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.association.ShellAgent;
import com.harena.allinone.emulator.association.ShellResult;
import com.harena.allinone.host.cloud.aws.AwsRunCommand;
import com.harena.allinone.host.remote.InstanceAsleep;
import com.harena.allinone.host.remote.Invocation;
import com.harena.allinone.host.remote.RemoteFailure;
import com.harena.allinone.host.remote.RemoteShell;
import com.harena.allinone.host.remote.ShellLine;
import com.harena.allinone.host.timing.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.CommandInvocationStatus;
import software.amazon.awssdk.services.ssm.model.InvalidCommandIdException;
import software.amazon.awssdk.services.ssm.model.InvalidDocumentException;
import software.amazon.awssdk.services.ssm.model.InvalidInstanceIdException;
import software.amazon.awssdk.services.ssm.model.InvocationDoesNotExistException;

/** Run Command of the local AWS, through the adapter that works on AWS. */
class ShellCommandsIT {
  private static final String UNKNOWN = "i-0123456789abcdef0";
  private static final ShellLine LINE =
      ShellLine.ofAllinone(Duration.ofMinutes(5), "instance", "status", "--json");

  @TempDir static Path folder;

  private static LocalWorld world;
  private static SsmClient ssm;
  private static String machine;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 100);
    ssm = world.client(SsmClient.builder());
    LocalDeployment deployment = new LocalDeployment(world);
    machine = deployment.launch(deployment.volume());
    deployment.own(machine, "none");
    eventually("serving", () -> world.instances().machines().serves(machine));
  }

  @AfterAll
  static void stop() {
    if (ssm != null) {
      ssm.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @AfterEach
  void forget() {
    world.instances().shell(ShellAgent.none());
  }

  @Test
  void bringsOutputErrorsAndExitCodeOfTheScriptHome() {
    List<String> asked = new CopyOnWriteArrayList<>();
    world
        .instances()
        .shell(
            (instance, script) -> {
              asked.add(instance + ": " + script);
              return Optional.of(new ShellResult(3, "{}\n", "half of it\nall of it"));
            });

    Invocation end = shell().run(machine, LINE);

    assertThat(end.state()).isEqualTo(Invocation.State.ENDED);
    assertThat(end.exitCode()).isEqualTo(3);
    assertThat(end.output()).isEqualTo("{}\n");
    assertThat(said).containsExactly("half of it", "all of it");
    assertThat(asked)
        .containsExactly(
            machine + ": bash /opt/allinone/current/bin/allinone instance status --json");
  }

  @Test
  void failsAsAShellDoesWhereNobodyKnowsTheScript() {
    assertThat(shell().run(machine, LINE).exitCode()).isEqualTo(ShellResult.NOT_FOUND);
  }

  @Test
  void cutsWhatIsLongerThanRunCommandHandsBack() {
    answering(new ShellResult(0, "x".repeat(24_001), "y".repeat(9_000)));

    Invocation end = shell().run(machine, LINE);

    assertThat(end.output()).hasSize(Invocation.OUTPUT_LIMIT);
    assertThat(end.outputCut()).isTrue();
    assertThat(end.errors()).hasSize(Invocation.ERRORS_LIMIT);
  }

  @Test
  void endsAScriptWhoseTimeIsUp() {
    world.instances().shell(ShellCommandsIT::never);

    assertThatThrownBy(
            () -> shell().run(machine, new ShellLine("sleep 9d", "sleeps", Duration.ofSeconds(5))))
        .isInstanceOf(RemoteFailure.class)
        .hasMessageContaining("sleeps was ended on " + machine);
  }

  @Test
  void endsAScriptThatIsCancelled() {
    world.instances().shell(ShellCommandsIT::never);
    AwsRunCommand commands = new AwsRunCommand(ssm);
    String command = commands.send(machine, LINE);
    assertThat(state(command)).isEqualTo(CommandInvocationStatus.IN_PROGRESS);

    commands.cancel(command);

    assertThat(state(command)).isEqualTo(CommandInvocationStatus.CANCELLED);
    assertThat(commands.look(machine, command).orElseThrow().state())
        .isEqualTo(Invocation.State.CUT);
    assertThatThrownBy(() -> ssm.cancelCommand(call -> call.commandId("none")))
        .isInstanceOf(InvalidCommandIdException.class);
  }

  @Test
  void refusesAnInstanceThatIsUnknownOrOffInTheServicesWords() {
    String words = "Instances [[%s]] not in a valid state for account 123456789012";
    assertThatThrownBy(() -> send(UNKNOWN))
        .isInstanceOf(InvalidInstanceIdException.class)
        .hasMessageContaining(words.formatted(UNKNOWN));

    world.ec2().stopInstances(call -> call.instanceIds(machine));
    eventually("stopped", () -> world.state(machine).equals("stopped"));
    try {
      assertThatThrownBy(() -> send(machine))
          .isInstanceOf(InvalidInstanceIdException.class)
          .hasMessageContaining(words.formatted(machine));
      assertThatThrownBy(() -> shell().run(machine, LINE))
          .isInstanceOf(InstanceAsleep.class)
          .hasMessageContaining("no Systems Manager agent that listens");
    } finally {
      world.ec2().startInstances(call -> call.instanceIds(machine));
      eventually("serving", () -> world.instances().machines().serves(machine));
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(
            () -> ssm.sendCommand(call -> call.documentName("AWS-Other").instanceIds(machine)))
        .isInstanceOf(InvalidDocumentException.class);
    assertThatThrownBy(
            () -> ssm.getCommandInvocation(call -> call.commandId("none").instanceId(machine)))
        .isInstanceOf(InvocationDoesNotExistException.class);
    assertThat(new AwsRunCommand(ssm).look(machine, "none")).isEmpty();
  }

  private RemoteShell shell() {
    return new RemoteShell(new AwsRunCommand(ssm), Timing.system(), said::add);
  }

  private static void answering(ShellResult result) {
    world.instances().shell((instance, script) -> Optional.of(result));
  }

  private static Optional<ShellResult> never(String instance, String script) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.of(new ShellResult(143, "", ""));
  }

  private static CommandInvocationStatus state(String command) {
    return ssm.listCommandInvocations(call -> call.commandId(command))
        .commandInvocations()
        .get(0)
        .status();
  }

  private static void send(String instance) {
    ssm.sendCommand(
        call ->
            call.documentName("AWS-RunShellScript")
                .instanceIds(instance)
                .parameters(Map.of("commands", List.of("true"))));
  }
}
