package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.remote.Invocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that run on the instance; harena closes at 22:00 in Paris, 21:00 UTC. */
class HostWorkCommandsTest {
  private static final String RUN = "bash /opt/allinone/current/bin/allinone instance ";

  @TempDir private Path folder;

  private final OperatedCloud cloud = new OperatedCloud();
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
    cloud.prints(0, "{\"outcome\":\"ok\",\"backup\":\"20261127_150000\"}", "dumping postgres\n");
  }

  @ParameterizedTest
  @CsvSource({
    "host backup, backup --json",
    "host drill, drill --json",
  })
  void runsTheSameOnTheInstanceAndPassesOnWhatItSays(String words, String there) {
    Session.Result result =
        run(words.replace("stacks/harena.yaml", session.blueprint().toString()).split(" ", -1));

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did).containsExactly(RUN + there);
    assertThat(result.err()).contains("dumping postgres");
    assertThat(result.out()).contains("outcome", "ok", "20261127_150000");
  }

  @ParameterizedTest
  @CsvSource({
    "host restore, restore --json",
    "host restore 20261126_210000, restore 20261126_210000 --json",
    "host restore stacks/harena.yaml, restore --json",
    "host restore --replace, restore --replace --json",
    "host restore 20261126_210000 --replace, restore 20261126_210000 --replace --json",
  })
  void restoresWhileNothingIsReleasedAndNoBundleStarted(String words, String there) {
    Session.Result result =
        run(words.replace("stacks/harena.yaml", session.blueprint().toString()).split(" ", -1));

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did).containsExactly("flock --timeout 7200 /opt/allinone/lock " + RUN + there);
    assertThat(result.err()).contains("dumping postgres");
    assertThat(result.out()).contains("outcome", "ok", "20261127_150000");
  }

  @Test
  void rotatesWhileNoBundleIsStarted() throws IOException {
    cloud.prints(0, "{\"secret\":\"DATABASE_PASSWORD\",\"version\":7,\"gapSeconds\":4}", "");

    Session.Result result = run("host", "secrets", "rotate", "--json");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did)
        .containsExactly("flock --timeout 1200 /opt/allinone/lock " + RUN + "rotate --json");
    assertThat(new ObjectMapper().readTree(result.out()).path("version").asInt()).isEqualTo(7);
  }

  @Test
  void holdsTheInstanceAwakeWhereItMayCloseMeanwhileAndLetsGoAfterwards() {
    cloud.at("2026-11-27T20:30:00Z");

    Session.Result result = run("host", "backup");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.err()).contains("no schedule stops the instance before Saturday 03:30");
    assertThat(cloud.did)
        .containsExactly(
            "stop-1 2026-11-28T02:30:00Z",
            "stop-2 2026-11-28T02:30:00Z",
            "stop-3 2026-11-28T02:30:00Z",
            RUN + "backup --json",
            "stop-1 at once",
            "stop-2 at once",
            "stop-3 at once");
  }

  @Test
  void putsAHoldThatWasThereBackAlsoAfterAFailure() {
    cloud.at("2026-11-27T20:30:00Z");
    run("host", "awake", "--until", "22:30");
    cloud.did.clear();
    cloud.prints(1, "", "no space left\n");

    Session.Result result = run("host", "restore");

    assertThat(result.code()).isEqualTo(ExitCode.REMOTE_FAILED.code());
    assertThat(result.err()).contains("no space left", "ended with exit code 1");
    assertThat(List.of("stop-1", "stop-2", "stop-3"))
        .allMatch(
            name -> cloud.begin(name).equals(Optional.of(Instant.parse("2026-11-27T21:30:00Z"))));
  }

  @Test
  void tellsTheResultAlsoWhereTheHoldCannotBeTakenBack() {
    cloud.at("2026-11-27T20:30:00Z").refusedFrom = 4;

    Session.Result result = run("host", "backup");

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("20261127_150000");
    assertThat(result.err())
        .contains("could not be taken back, it ends by itself at Saturday 03:30");
  }

  @Test
  void endsWithTheCodeThatTheInstanceNames() {
    cloud.prints(ExitCode.BACKUP_INVALID.code(), "", "damaged\n");

    assertThat(run("host", "drill").code()).isEqualTo(ExitCode.BACKUP_INVALID.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"host backup", "host restore", "host drill", "host secrets rotate"})
  void sendsNothingToAnInstanceThatSleeps(String words) {
    cloud.at("2026-11-28T12:00:00Z").state = InstanceState.STOPPED;

    Session.Result result = run(words.split(" ", -1));

    assertThat(result.code()).isEqualTo(ExitCode.INSTANCE_ASLEEP.code());
    assertThat(result.err()).contains("closed until Monday 08:00", "host awake --until");
    assertThat(cloud.did).isEmpty();
  }

  @Test
  void saysThatAResultWasCutOrIsNone() {
    cloud.prints(0, "x".repeat(Invocation.OUTPUT_LIMIT), "");
    assertThat(run("host", "backup").err()).contains("24000 characters", "start-session");

    cloud.prints(0, "usage: something\n", "");
    assertThat(run("host", "backup").err()).contains("no result but 'usage: something'");
  }

  private Session.Result run(String... words) {
    return session.run(cloud.access(), words);
  }
}
