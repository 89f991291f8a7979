package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.remote.LogLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLogsCommandTest {
  @TempDir private Path folder;

  private final OperatedCloud cloud = new OperatedCloud();
  private Session session;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
    cloud.lines.add(line("1", "2026-11-27T11:30:00Z", "postgres", "started"));
    cloud.lines.add(line("2", "2026-11-27T13:30:00Z", "backend", "GET /health"));
    cloud.lines.add(line("3", "2026-11-27T13:31:00Z", "postgres", "checkpoint\n"));
  }

  @Test
  void showsTheLastHourOfEverybodyAlsoOfAnInstanceThatSleeps() {
    cloud.state = InstanceState.STOPPED;

    Session.Result result = run("host", "logs");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            2026-11-27T13:30:00Z backend       GET /health
            2026-11-27T13:31:00Z postgres      checkpoint
            """);
  }

  @Test
  void showsOneServiceAsFarBackAsAsked() throws IOException {
    String out = run("host", "logs", "postgres", "--since", "3h", "--json").out();

    assertThat(out.lines()).hasSize(2);
    assertThat(new ObjectMapper().readTree(out.lines().findFirst().orElseThrow()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"at\":\"2026-11-27T11:30:00Z\",\"service\":\"postgres\",\"text\":\"started\"}"));
  }

  @Test
  void takesALoneBlueprintForOne() {
    assertThat(run("host", "logs", session.blueprint().toString()).out().lines()).hasSize(2);
    assertThat(run("host", "logs", "backend", session.blueprint().toString()).out().lines())
        .hasSize(1);
  }

  @Test
  void listsTheServicesForOneThatIsUnknown() {
    Session.Result result = run("host", "logs", "mysql");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(result.err()).contains("'mysql'", "one of backend, postgres", "help: ");
  }

  @Test
  void saysThatNothingHasRunYet() {
    cloud.lines.clear();

    Session.Result result = run("host", "logs");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_DEPLOYED.code());
    assertThat(result.err()).contains("/allinone/harena-production");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "0h", "-1h", "1w", "9999999s"})
  void refusesATimeThatIsNone(String since) {
    assertThat(run("host", "logs", "--since=" + since).code()).isEqualTo(ExitCode.USAGE.code());
  }

  private Session.Result run(String... words) {
    return session.run(cloud.access(), words);
  }

  private static LogLine line(String id, String at, String service, String text) {
    return new LogLine(id, Instant.parse(at), service, text);
  }
}
