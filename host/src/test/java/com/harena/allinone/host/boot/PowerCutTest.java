package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.command.CommandResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a power cut leaves on the data volume, and the next boot. */
class PowerCutTest {
  private static final Path NOTE = Path.of("/data/postgres.initialising");
  private static final Path ASIDE = Path.of("/data/postgres.unfinished-1");
  private static final String REDIS = "/data/redis/appendonlydir/";

  private final Path root = MemoryFolder.make();
  private final Stage stage = new Stage(root);

  @AfterEach
  void delete() {
    MemoryFolder.delete(root);
  }

  @Test
  void aClusterWhoseMakingWasCutIsMovedAsideAndMadeAnew() {
    stage.install(NOTE.toString(), "the boot saw it empty");
    stage.install("/data/postgres/global/half", "made");

    assertThat(stage.boot()).as(stage.journal.toString()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.machine.disk.read(ASIDE.resolve("global/half"))).contains("made");
    assertThat(stage.machine.containers.password()).isNotEmpty();
    assertThat(stage.machine.disk.exists(NOTE)).isFalse();
    assertThat(stage.journal).anyMatch(line -> line.contains("lies in " + ASIDE));
  }

  @Test
  void aClusterThatEverAnsweredIsNeverMoved() {
    stage.boot();
    String password = stage.machine.containers.password();
    stage.machine.cutPower();

    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);

    assertThat(stage.machine.containers.password()).isEqualTo(password);
    assertThat(stage.machine.disk.exists(ASIDE)).isFalse();
  }

  @Test
  void aHalfMadeFolderThatTheBootNeverSawEmptyIsLeftAlone() {
    stage.install("/data/postgres/global/pg_control", "of someone else");

    stage.boot();

    assertThat(stage.machine.disk.read(Path.of("/data/postgres/global/pg_control")))
        .contains("of someone else");
    assertThat(stage.machine.disk.exists(ASIDE)).isFalse();
  }

  @Test
  void aClusterIsUnfinishedUntilItsDatabaseAnswers() {
    stage.machine.containers.execAnswer = new CommandResult(2, "", "database does not exist");

    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);

    assertThat(stage.machine.disk.exists(NOTE)).isTrue();
    assertThat(stage.boot()).isEqualTo(HostBoot.TRY_AGAIN);
    assertThat(stage.machine.disk.exists(ASIDE)).as("moved below a running engine").isFalse();

    stage.machine.cutPower();
    stage.machine.containers.execAnswer = MemoryMachine.said("");
    assertThat(stage.boot()).isEqualTo(HostBoot.SERVES);
    assertThat(stage.machine.disk.exists(ASIDE)).isTrue();
  }

  @Test
  void theZerosBehindRedisFileAreCutOffOnlyBeforeTheEngineStarts() {
    stage.install(REDIS + "appendonly.aof.manifest", "file appendonly.aof.1.incr.aof seq 1 type i");
    stage.install(REDIS + "appendonly.aof.1.incr.aof", "*1\r\n\0\0");

    stage.boot();
    assertThat(tail()).isEqualTo("*1\r\n");

    stage.install(REDIS + "appendonly.aof.1.incr.aof", "*1\r\n\0\0");
    stage.boot();
    assertThat(tail()).as("cut under a running Redis").hasSize(6);
  }

  private String tail() {
    return stage.machine.disk.read(Path.of(REDIS + "appendonly.aof.1.incr.aof")).orElseThrow();
  }
}
