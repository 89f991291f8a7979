package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.InstanceState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** harena is open from 08:00 to 22:00 in Paris; the cloud's clock begins on a Friday at 15:00. */
class HostHoldCommandsTest {
  private static final List<String> STOPS = List.of("stop-1", "stop-2", "stop-3");
  private static final List<String> STARTS = List.of("start-1", "serving-zero-1");

  @TempDir private Path folder;

  private final OperatedCloud cloud = new OperatedCloud();
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
  }

  @Test
  void awakeMovesEveryStopScheduleAndSaysWhenItStops() {
    Session.Result result = run("host", "awake", "--until", "23:32");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("harena-production is held awake until 23:32")
        .contains("schedules stop " + OperatedCloud.ID + " at 23:35 (Europe/Paris)");
    assertThat(STOPS)
        .allMatch(name -> cloud.begin(name).orElseThrow().equals(at("2026-11-27T22:32:00Z")));
    assertThat(STARTS).allMatch(name -> cloud.begin(name).isEmpty());
    assertThat(cloud.did).noneMatch(each -> each.startsWith("start "));
  }

  @Test
  void awakeStartsAnInstanceThatIsOffAfterItHasStopped() {
    cloud.at("2026-11-28T12:00:00Z").state = InstanceState.STOPPING;

    Session.Result result = run("host", "awake", "--until", "23:30");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did).endsWith("start " + OperatedCloud.ID);
    assertThat(result.err()).contains("still stopping");
  }

  @Test
  void awakeCompletesAHoldThatWasCut() {
    cloud.refusedFrom = 1;
    Session.Result cut = run("host", "awake", "--until", "23:30");
    assertThat(cut.code()).isEqualTo(ExitCode.AWS_BUSY.code());
    assertThat(cut.err()).contains("1 of 3 schedules", "the same command completes them");

    cloud.refusedFrom = Integer.MAX_VALUE;
    assertThat(run("host", "awake", "--until", "23:30").code()).isZero();

    assertThat(cloud.did)
        .containsExactly(
            "stop-1 2026-11-27T22:30:00Z",
            "stop-2 2026-11-27T22:30:00Z",
            "stop-3 2026-11-27T22:30:00Z");
  }

  @Test
  void sleepHoldsStartsAndTheZerosOfServingUntilTheNextOpeningAndStops() {
    run("host", "awake", "--until", "23:30");
    cloud.did.clear();

    Session.Result result = run("host", "sleep");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("held asleep until Monday 08:00");
    assertThat(STARTS)
        .allMatch(name -> cloud.begin(name).orElseThrow().equals(at("2026-11-30T07:00:00Z")));
    assertThat(STOPS).allMatch(name -> cloud.begin(name).isEmpty());
    assertThat(cloud.did).endsWith("stop " + OperatedCloud.ID);
  }

  @Test
  void sleepUntilATimeOfOpenHoursStartsThen() throws IOException {
    Session.Result result = run("host", "sleep", "--until", "18:00", "--json");

    JsonNode json = new ObjectMapper().readTree(result.out());
    assertThat(json.path("held").asText()).isEqualTo("asleep");
    assertThat(json.path("startsAt").asText()).isEqualTo("2026-11-27T17:00:00Z");
  }

  @Test
  void sleepInClosedHoursHoldsNothingSinceNothingWouldStart() {
    cloud.at("2026-11-28T12:00:00Z");

    assertThat(run("host", "sleep").out()).contains("until Monday 08:00");
    assertThat(cloud.did).containsExactly("stop " + OperatedCloud.ID);
  }

  @Test
  void awakeEndsAHoldOfSleep() {
    run("host", "sleep", "--until", "18:00");

    run("host", "awake", "--until", "22:30");

    assertThat(STARTS).allMatch(name -> cloud.begin(name).isEmpty());
    assertThat(cloud.did).endsWith("start " + OperatedCloud.ID);
  }

  @ParameterizedTest
  @CsvSource({"14:59,is past", "2026-11-27T15:00,is past", "25:00,is not a time", "soon,is not"})
  void refusesATimeThatIsNoneOrPastAndChangesNothing(String until, String words) {
    Session.Result result = run("host", "awake", "--until", until);

    assertThat(result.code()).isEqualTo(ExitCode.HOLD_REFUSED.code());
    assertThat(result.err()).contains("allinone: until ", until, words);
    assertThat(cloud.did).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"awake,25:99", "sleep,25:99", "awake,14:59"})
  void refusesATimeBeforeAnybodySignsIn(String command, String until) {
    OperatorAccess closed =
        new OperatorAccess(
            region -> {
              throw new IllegalStateException("signed in to " + region);
            },
            cloud);

    Session.Result result = session.run(closed, "host", command, "--until", until);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.HOLD_REFUSED.code());
  }

  @Test
  void refusesAHoldWhereThereAreNoHours() throws IOException {
    session.change(
        "hours:\n  zone: Europe/Paris\n  days: [mon, tue, wed, thu, fri]\n  open: \"08:00\"\n  close: \"22:00\"\n",
        "");

    Session.Result result = run("host", "awake", "--until", "23:30");

    assertThat(result.code()).isEqualTo(ExitCode.HOLD_REFUSED.code());
    assertThat(result.err()).contains("no opening hours");
  }

  @Test
  void saysThatNoScheduleIsThere() {
    cloud.schedules.clear();

    Session.Result result = run("host", "awake", "--until", "23:30");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_DEPLOYED.code());
    assertThat(result.err()).contains("group harena-production-start");
  }

  private Session.Result run(String... words) {
    return session.run(cloud.access(), words);
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }
}
