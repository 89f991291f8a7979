package com.harena.allinone.host.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.timing.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeServicesTest {
  private static final String HELD =
      "Error response from daemon: driver failed programming external connectivity on endpoint allinone-backend-1 (0f): Bind for 10.0.0.10:8001 failed: port is already allocated";
  private static final String RESTART = "systemctl restart docker.service";
  private static final String ASK = "docker version --format {{.Server.Version}}";

  private final VirtualTime time = new VirtualTime();
  private final List<String> run = new ArrayList<>();
  private final List<String> said = new ArrayList<>();
  private final ComposeServices services = new ComposeServices(this::answer, time, said::add);

  /** What Compose says while it fails, and how many restarts of the engine that takes away. */
  private String trouble = HELD;

  private int restartsNeeded = 1;
  private int silence;

  static List<Arguments> wholes() {
    return List.of(
        Arguments.of((Consumer<ComposeServices>) ComposeServices::startStores, "elasticsearch"),
        Arguments.of((Consumer<ComposeServices>) ComposeServices::startAll, "--remove-orphans"));
  }

  @ParameterizedTest
  @MethodSource("wholes")
  void restartsTheEngineOnceForAHeldPortAndTriesAgain(
      Consumer<ComposeServices> start, String last) {
    start.accept(services);

    assertThat(run).hasSize(4);
    assertThat(run.get(0)).contains(" up --detach --wait ").endsWith(last);
    assertThat(run.subList(1, 3)).containsExactly(RESTART, ASK);
    assertThat(run.get(3)).isEqualTo(run.get(0));
    assertThat(said)
        .containsExactly(
            "services: port 10.0.0.10:8001 is already allocated, as Docker leaves it after a power cut; restarting the engine once, then trying again");
  }

  @Test
  void tellsASecondFailureAsItIs() {
    restartsNeeded = 2;

    assertThatThrownBy(services::startAll)
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining(HELD);
    assertThat(run).filteredOn(RESTART::equals).hasSize(1);
    assertThat(run).hasSize(4);
    assertThat(said).hasSize(1);
  }

  @Test
  void leavesTheEngineAloneForAnyOtherFailure() {
    trouble = "listen tcp4 10.0.0.10:8001: bind: address already in use";

    assertThatThrownBy(services::startAll).hasMessageContaining(trouble);
    assertThat(run).hasSize(1);
    assertThat(said).isEmpty();
  }

  @Test
  void leavesTheEngineAloneForOneServiceBesideOthers() {
    assertThatThrownBy(() -> services.startAlone("backend")).hasMessageContaining(HELD);

    assertThat(run).hasSize(1);
    assertThat(run.get(0)).endsWith(" --no-deps backend");
    assertThat(said).isEmpty();
  }

  @Test
  void waitsUntilTheRestartedEngineAnswers() {
    silence = 3;

    services.startAll();

    assertThat(run).filteredOn(ASK::equals).hasSize(4);
    assertThat(run.get(run.size() - 1)).endsWith("--remove-orphans");
    assertThat(time.seconds()).isEqualTo(1 + 2 + 4);
  }

  @Test
  void namesAnEngineThatDoesNotAnswerAfterItsRestart() {
    silence = Integer.MAX_VALUE;

    assertThatThrownBy(services::startAll)
        .hasMessage(
            "the Docker engine was restarted and does not answer after 120 s: read journalctl -u docker.service");
    assertThat(run).filteredOn(line -> line.contains(" up ")).hasSize(1);
  }

  @Test
  void tellsAPortThatTheEngineDoesNotName() {
    trouble = "Error response from daemon: port is already allocated";

    services.startAll();

    assertThat(said).singleElement().asString().startsWith("services: port is already allocated,");
  }

  private CommandResult answer(Command command) {
    run.add(command.line());
    if (command.line().equals(RESTART)) {
      restartsNeeded--;
    } else if (command.line().equals(ASK)) {
      return new CommandResult(silence-- > 0 ? 1 : 0, "", "");
    } else if (restartsNeeded > 0) {
      return new CommandResult(1, "", " Container allinone-backend-1  Starting\n" + trouble);
    }
    return new CommandResult(0, "", "");
  }
}
