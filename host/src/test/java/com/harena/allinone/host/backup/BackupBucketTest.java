package com.harena.allinone.host.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.MemoryBackups;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupBucketTest {
  private static final String ID = "20261128_210000";

  @TempDir private Path folder;
  private final MemoryBackups bucket = new MemoryBackups();
  private final BackupBucket copies = new BackupBucket(bucket);
  private BackupShelf shelf;

  @BeforeEach
  void keepOne() {
    shelf = new BackupShelf(folder);
    Folders.make(shelf, ID);
  }

  @Test
  void copiesTheManifestLastSoThatHalfACopyHasNone() throws IOException {
    Folders.half(shelf, ID + "/redis");

    assertThat(copies.upload(shelf, ID)).isEqualTo("s3://backups/backups/" + ID);
    assertThat(bucket.objects.keySet())
        .containsExactly(
            "backups/20261128_210000/postgres/dump",
            "backups/20261128_210000/redis/postgres/dump",
            "backups/20261128_210000/manifest.json");
  }

  @Test
  void goesOnWithACopyThatWasCutOff() throws IOException {
    bucket.refuse("manifest.json");
    assertThatThrownBy(() -> copies.upload(shelf, ID))
        .isInstanceOfSatisfying(
            BackupFailed.class,
            failure -> assertThat(failure.fault()).isEqualTo(BackupFault.UPLOAD_FAILED))
        .hasMessage(
            "backup 20261128_210000 is on the data volume only: could not put s3://backups/backups/20261128_210000/manifest.json: no (AccessDenied)");
    assertThat(bucket.objects).doesNotContainKey("backups/20261128_210000/manifest.json");

    bucket.relent();
    copies.upload(shelf, ID);

    assertThat(bucket.objects).hasSize(2).containsKey("backups/20261128_210000/manifest.json");
  }

  @Test
  void refusesAFileThatOneRequestCannotPutBeforeItPutsAny() throws IOException {
    Path large = shelf.path(ID).resolve("postgres/large");
    try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
      sparse.setLength(BackupBucket.LARGEST + 1);
    }

    assertThatThrownBy(() -> copies.upload(shelf, ID))
        .hasMessageStartingWith(
            "postgres/large of backup 20261128_210000 has 5.0 GiB; allowed: 5.0 GiB, which S3 takes in one request");
    assertThat(bucket.objects).isEmpty();
  }
}
