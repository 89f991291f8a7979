package com.harena.allinone.host.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFilesTest {
  private static final Path FILE = Path.of("/run/allinone/secrets.env");

  @TempDir private Path root;
  private DiskFiles files;

  @BeforeEach
  void below() {
    files = new DiskFiles(root);
  }

  @Test
  void writesWithThePermissionsAsked() throws IOException {
    assertThat(files.write(FILE, "a", FileMode.SECRET)).isTrue();

    assertThat(root.resolve("run/allinone/secrets.env")).hasContent("a");
    assertThat(Files.getPosixFilePermissions(files.real(FILE)))
        .isEqualTo(FileMode.SECRET.permissions());
  }

  @Test
  void saysWhetherAnythingChanged() throws IOException {
    files.write(FILE, "a", FileMode.SECRET);
    Object before = Files.getAttribute(files.real(FILE), "unix:ino");

    assertThat(files.write(FILE, "a", FileMode.SECRET)).isFalse();
    assertThat(Files.getAttribute(files.real(FILE), "unix:ino")).isEqualTo(before);
    assertThat(files.write(FILE, "b", FileMode.SECRET)).isTrue();
  }

  @Test
  void tightensPermissionsThatAreTooWide() throws IOException {
    files.write(FILE, "a", FileMode.PLAIN);

    assertThat(files.write(FILE, "a", FileMode.SECRET)).isTrue();
    assertThat(Files.getPosixFilePermissions(files.real(FILE)))
        .isEqualTo(FileMode.SECRET.permissions());
  }

  @Test
  void whatACutLeftBehindIsReplaced() throws IOException {
    Files.createDirectories(files.real(FILE).getParent());
    Files.writeString(files.real(FILE).resolveSibling(".secrets.env.new"), "half");

    files.write(FILE, "a", FileMode.SECRET);

    assertThat(files.list(FILE.getParent())).containsExactly(FILE);
  }

  @Test
  void listsFoldersBelow() {
    files.write(Path.of("/units/b"), "", FileMode.PLAIN);
    files.write(Path.of("/units/a.d/c"), "", FileMode.PLAIN);

    assertThat(files.list(Path.of("/units")))
        .containsExactly(Path.of("/units/a.d/c"), Path.of("/units/b"));
    assertThat(files.list(Path.of("/none"))).isEmpty();
  }

  @Test
  void copiesWholeAndNamesTheDigest() {
    files.write(Path.of("/a"), "abc", FileMode.PLAIN);

    files.copy(Path.of("/a"), Path.of("/b/c"), FileMode.PROGRAM);

    // FIPS 180-2, appendix B.1: the digest of "abc".
    assertThat(files.sha256(Path.of("/b/c")))
        .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(files.real(Path.of("/b/c"))).isExecutable();
    assertThat(files.sha256(Path.of("/none"))).isEmpty();
  }
}
