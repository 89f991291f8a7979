package com.harena.allinone.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.cli.ExitCode;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An index that cannot be read, and documents of a backup that are not what was written. */
@ExtendWith(ClustersExtension.class)
class FaultyClusterIT {
  private static final String NOWHERE =
      """
      {"settings": {"index.routing.allocation.require.box": "nowhere", "number_of_replicas": 0}}
      """;

  @TempDir private Path folder;

  private MoveFolder move;

  @BeforeEach
  void fill(Clusters clusters) {
    clusters.reset().fill("sound", new SampleDocuments(200, 500));
    move = new MoveFolder(clusters.plan(), folder);
  }

  @Test
  void aRedIndexIsNamedByTheCheckAndRefusedByTheBackup(Clusters clusters) {
    clusters.send(Side.SOURCE, "PUT", "/unfit?wait_for_active_shards=0", NOWHERE);
    String[] named = {"index unfit is red", "_cluster/allocation/explain"};
    assertThat(move.run("check").with(ExitCode.CHECK_FAILED).out())
        .contains(named)
        .doesNotContain("index sound is red");
    assertThat(move.run("backup").with(ExitCode.SOURCE_FAILED).complaint())
        .contains(named)
        .contains(clusters.server(Side.SOURCE).address() + " (source)", "run the same command");
    clusters.send(Side.SOURCE, "DELETE", "/unfit", "");
    assertThat(move.run("backup").with(ExitCode.OK).out()).doesNotContain("red");
  }

  @Test
  void aFlippedByteOfTheDocumentsIsNamedAndNothingIsRestored(Clusters clusters) throws IOException {
    move.run("backup").with(ExitCode.OK);
    Path backup = move.backups().get(0);
    Path documents = documents(backup);
    byte[] sound = Files.readAllBytes(documents);
    byte[] flipped = sound.clone();
    flipped[sound.length / 2] ^= 1;
    Files.write(documents, flipped);
    String[] named = {backup.relativize(documents).toString(), "another content"};
    assertThat(
            move.words("", "move", "backup", "verify", backup.toString())
                .with(ExitCode.BACKUP_INVALID)
                .complaint())
        .contains(named);
    assertThat(move.run("migrate").with(ExitCode.BACKUP_INVALID).complaint()).contains(named);
    assertThat(clusters.indices(Side.TARGET)).isEmpty();
    Files.write(documents, sound);
    move.run("migrate").with(ExitCode.OK);
    clusters.assertSidesAreEqual();
  }

  private static Path documents(Path backup) throws IOException {
    try (Stream<Path> files = Files.walk(backup.resolve("elasticsearch"))) {
      return files.filter(it -> it.endsWith("documents-0.ndjson.gz")).findFirst().orElseThrow();
    }
  }
}
