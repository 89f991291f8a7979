package com.harena.allinone.move.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.testing.FoldersInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup proves itself without any server. */
class BackupProofTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:10:10Z");
  private static final Inventory CONTENTS =
      new Inventory(
          "15.18",
          Map.of("pg_dump", "18.4", "expression", "md5 \\ \"quoted\""),
          List.of(
              new Item("table", "public.\"Käufer\"", 3, "a1b2", ""),
              new Item("view", "public.v", 1, "c3d4", "select 'a\nb'")));

  @TempDir(factory = FoldersInMemory.class)
  private Path parent;

  private Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = parent.resolve("20261125_091010");
    BackupFolder backup = BackupFolder.at(folder);
    Path store = backup.store("postgres");
    Files.createDirectories(store.resolve("dump"));
    Files.writeString(store.resolve("dump/1.dat.gz"), "twelve bytes");
    Files.writeString(store.resolve("globals.sql"), "");
    Files.writeString(backup.store("redis").resolve("keys.gz"), "keys\0and values\n");
    ManifestFile.write(manifest(backup.seal(bytes -> {})), folder);
  }

  private static Manifest manifest(List<StoredFile> files) {
    return new Manifest(
        "0.1.0",
        "k3v9x2m7q1ab",
        "harena",
        Side.SOURCE,
        NOW.minusSeconds(30),
        NOW,
        List.of(new StoredInventory("postgres", "PostgreSQL old:5432/harena", CONTENTS)),
        files);
  }

  private Manifest prove() throws IOException {
    return BackupProof.prove(folder, bytes -> {});
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void provesWhatWasWrittenWhereverItIsMovedTo() throws IOException {
    Manifest manifest = prove();
    assertThat(manifest).isEqualTo(manifest(manifest.files()));
    assertThat(manifest.files())
        .extracting(StoredFile::path, StoredFile::size)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("postgres/dump/1.dat.gz", 12L),
            org.assertj.core.groups.Tuple.tuple("postgres/globals.sql", 0L),
            org.assertj.core.groups.Tuple.tuple("redis/keys.gz", 16L));

    Path moved = parent.resolve("elsewhere");
    Files.move(folder, moved);
    assertThat(BackupProof.prove(moved, bytes -> {})).isEqualTo(manifest);
  }

  @Test
  void everyFlippedByteIsNamed() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 1;
        Files.write(file, flipped);
        assertNamed(file, "byte " + at);
      }
      Files.write(file, whole);
    }
    prove();
  }

  @Test
  void everyTruncationIsNamed() throws IOException {
    for (Path file : files()) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertNamed(file, length + " bytes");
      }
      Files.write(file, whole);
    }
    prove();
  }

  private void assertNamed(Path file, String where) {
    assertThatThrownBy(this::prove)
        .as("%s, %s", file, where)
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining(folder.relativize(file).toString());
  }

  @Test
  void everyFileThatIsMissingOrStrangeIsNamedAtOnce() throws IOException {
    Files.delete(folder.resolve("postgres/globals.sql"));
    Files.delete(folder.resolve("redis/keys.gz"));
    Files.createSymbolicLink(folder.resolve("redis/keys.gz"), Path.of("../postgres/dump/1.dat.gz"));
    Files.writeString(folder.resolve("redis/notes"), "");

    assertThatThrownBy(this::prove)
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("postgres/globals.sql is missing")
        .hasMessageContaining("redis/keys.gz is missing")
        .hasMessageContaining("redis/notes is no file of this backup")
        .hasMessageContaining("use another backup");
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.json", "manifest.json.new"})
  void aFolderWithoutItsManifestIsNoBackup(String left) throws IOException {
    Path manifest = folder.resolve("manifest.json");
    Files.move(manifest, folder.resolve("away"));
    if (!left.equals("manifest.json")) {
      Files.writeString(folder.resolve(left), "{");
    }

    assertThatThrownBy(this::prove)
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("has no manifest.json, so it was never finished");
  }

  @Test
  void aManifestOfALaterFormatNamesTheVersionThatReadsIt() throws IOException {
    Path file = folder.resolve("manifest.json");
    String text = Files.readString(file).replace("\"format\":1,", "\"format\":2,");
    String start = text.substring(0, text.lastIndexOf("\n,\"sha256\""));
    Files.writeString(file, start + "\n,\"sha256\":\"%s\"}\n".formatted(Hashing.sha256(start)));

    assertThatThrownBy(this::prove)
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("format 2 of allinone 0.1.0; allowed: 1");
  }
}
