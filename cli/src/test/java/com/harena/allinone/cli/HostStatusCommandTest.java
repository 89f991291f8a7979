package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.remote.TickingSchedule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostStatusCommandTest {
  private static final String SHA = "ab12".repeat(16);
  private static final String INSIDE =
      """
      {"boot":{"state":"serving","step":"","since":"2026-11-27T07:02:00Z","bundle":"%s","message":""},
       "bundle":{"serving":"%s","lastGood":"%s","failed":["cd34cd34cd34cd34"]},
       "services":[{"name":"postgres","state":"running","health":"healthy","exitCode":0},
                   {"name":"backend","state":"exited","health":"","exitCode":137}],
       "disks":[{"path":"/data","mebibytes":39936,"usedPercent":31}],
       "memory":{"mebibytes":1913,"availableMebibytes":812,"swapMebibytes":2048,"swapUsedMebibytes":12,"killed":1},
       "backup":{"last":"2026-11-26T20:04:00Z"},"problems":["docker: slow"]}"""
          .formatted(SHA, SHA, SHA);

  @TempDir private Path folder;

  private final OperatedCloud cloud = new OperatedCloud();
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
    cloud.parameters.put(
        OperatedCloud.PATH + "bundle",
        "{\"bucket\":\"b\",\"key\":\"k\",\"sha256\":\"%s\"}".formatted(SHA));
    cloud.parameters.put(OperatedCloud.PATH + "ready", OperatedCloud.ID);
    cloud.prints(0, INSIDE, "");
  }

  @Test
  void tellsWhatTheInstanceAndAwsSay() {
    Session.Result result = session.run(cloud.access(), "host", "status");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("harena-production in eu-west-1")
        .contains(OperatedCloud.ID + " in eu-west-1a, running, owns the data volume, has served")
        .contains("open; stops at 22:00")
        .contains("ab12ab12ab12 serves; failed here: cd34cd34cd34")
        .contains("serving since 08:02")
        .contains("running, healthy")
        .contains("exited with exit code 137")
        .contains("/data 31 % of 39.0 GiB")
        .contains("812 of 1913 MiB available", "1 processes killed")
        .contains("last one 2026-11-26 21:04")
        .contains("problem: docker: slow");
    assertThat(cloud.did)
        .containsExactly("bash /opt/allinone/current/bin/allinone instance status --json");
  }

  @Test
  void printsTheSameAsJson() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(session.run(cloud.access(), "host", "status", "--json").out());

    assertThat(json.path("state").asText()).isEqualTo("running");
    assertThat(json.path("stopsAt").asText()).isEqualTo("2026-11-27T21:00:00Z");
    assertThat(json.path("namedBundle").asText()).isEqualTo(SHA);
    assertThat(json.path("inside").path("services")).hasSize(2);
    assertThat(json.has("notReached")).isFalse();
  }

  @Test
  void saysWhenASleepingInstanceOpensAndSendsItNothing() {
    cloud.at("2026-11-28T12:00:00Z").state = InstanceState.STOPPED;

    Session.Result result = session.run(cloud.access(), "host", "status");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("closed until Monday 08:00")
        .contains("not reached: " + OperatedCloud.ID + " is stopped: closed until Monday 08:00");
    assertThat(cloud.did).isEmpty();
  }

  @Test
  void tellsHoldsAndHoldsThatAreHalfDone() {
    Optional<Instant> until = Optional.of(Instant.parse("2026-11-27T22:30:00Z"));
    cloud
        .in("harena-production-stop")
        .forEach(
            each ->
                cloud.schedules.put(
                    each.name(), new TickingSchedule(each.group(), each.name(), until)));

    assertThat(session.run(cloud.access(), "host", "status").out())
        .contains("awake until 23:30")
        .contains("stops at 23:30")
        .doesNotContain("half done");

    cloud.schedules.put(
        "stop-2", new TickingSchedule("harena-production-stop", "stop-2", Optional.empty()));

    assertThat(session.run(cloud.access(), "host", "status").out())
        .contains("none; half done")
        .contains("stops at 22:00");
  }

  @Test
  void saysWhatTheInstanceSaidInsteadOfItsStatus() {
    cloud.prints(127, "", "bash: /opt/allinone/current/bin/allinone: No such file or directory");

    Session.Result result = session.run(cloud.access(), "host", "status");

    assertThat(result.code()).isZero();
    assertThat(result.err()).contains("No such file or directory");
    assertThat(result.out()).contains("not reached: ", "ended with exit code 127");
  }

  @Test
  void namesWhatIsMissingWhereNothingIsDeployed() {
    cloud.parameters.clear();

    Session.Result result = session.run(cloud.access(), "host", "status");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_DEPLOYED.code());
    assertThat(result.err()).contains(OperatedCloud.PATH + "owner", "eu-west-1", "not deployed");
  }
}
