package com.harena.allinone.move.postgres.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which client programs are taken, and what is said when none fits. */
final class PostgresClientsTest {
  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();

  private ClientSupply supply(String origin, boolean tls, int... majors) {
    return () -> {
      asked.add(origin);
      List<ClientPrograms> programs = new ArrayList<>();
      for (int major : majors) {
        programs.add(
            new ClientPrograms(
                origin, major, major + ".1", Optional.of(folder), Optional.empty(), tls));
      }
      return programs;
    };
  }

  private PostgresClients machineWheelDocker(int... machine) {
    return new PostgresClients(
        List.of(
            supply("machine", true, machine),
            supply("wheel", false, 18, 16),
            supply("docker", true, 18)));
  }

  @Test
  void theMachinesAreTakenFirstAndNothingElseIsLookedAt() {
    assertThat(machineWheelDocker(15, 17).find(15, 15, false))
        .hasToString("Optional[pg_dump 15.1 (machine)]");
    assertThat(asked).containsExactly("machine");
  }

  @Test
  void theNewestThatIsNotTooNewIsTaken() {
    assertThat(machineWheelDocker(18, 13, 15, 17).find(14, 17, false))
        .hasToString("Optional[pg_dump 17.1 (machine)]");
    assertThat(machineWheelDocker(18, 17).find(15, 16, false))
        .as("else the oldest")
        .hasToString("Optional[pg_dump 17.1 (machine)]");
  }

  @Test
  void theWheelIsTakenWhereTheMachinesAreTooOld() {
    assertThat(machineWheelDocker(13, 15).find(16, 16, false))
        .hasToString("Optional[pg_dump 16.1 (wheel)]");
    assertThat(asked).containsExactly("machine", "wheel");
  }

  @Test
  void dockersAreTakenWhereTheConnectionMustBeProtectedAndTheWheelKnowsNoTls() {
    assertThat(machineWheelDocker(15).find(16, 16, true))
        .hasToString("Optional[pg_dump 18.1 (docker)]");
    assertThat(asked).containsExactly("machine", "wheel", "docker");
  }

  @Test
  void whereNothingFitsTheErrorNamesThePackage() throws IOException {
    assertThat(machineWheelDocker(15).find(19, 19, false)).isEmpty();
    PostgresClients none =
        new PostgresClients(List.of(new MachineClients(List.of(folder.resolve("none")))));
    assertThat(none.missing(19))
        .isEqualTo(
            "pg_dump and pg_restore 19 or newer are needed: there is none here; install the package"
                + " postgresql-client-19, or set ALLINONE_POSTGRES_CLIENTS to a folder that holds"
                + " them");
    Path old = FakePrograms.of(folder.resolve("old"), "15.18 (Debian 15.18-1)");
    PostgresClients tooOld = new PostgresClients(List.of(new MachineClients(List.of(old))));
    assertThat(tooOld.missing(16))
        .contains("the newest here is pg_dump 15.18 (" + old + "); install the package");
  }

  @Test
  void theMachinesAreFoundInEveryFolderOnceAndOnlyWhole() throws IOException {
    Path newer = FakePrograms.of(folder.resolve("b"), "17beta1");
    Path older = FakePrograms.of(folder.resolve("a"), "14.2");
    Path link = Files.createSymbolicLink(folder.resolve("link"), older);
    Path half = Files.createDirectory(folder.resolve("half"));
    FakePrograms.script(half.resolve("pg_dump"), "echo 'pg_dump (PostgreSQL) 16.1'");
    Path broken = FakePrograms.of(folder.resolve("broken"), "18");
    FakePrograms.script(broken.resolve("pg_dump"), "exit 1");
    List<Path> all = List.of(link, older, half, broken, folder.resolve("none"), newer);
    assertThat(new MachineClients(all).get())
        .extracting(ClientPrograms::version)
        .containsExactly("14.2", "17beta1");
  }

  @Test
  void thePathIsReadAsTheShellReadsIt() throws IOException {
    Path one = FakePrograms.of(folder.resolve("one"), "12.1");
    assertThat(MachineClients.ofPath("/nowhere::" + one).get())
        .extracting(ClientPrograms::version)
        .contains("12.1");
  }
}
