package com.harena.allinone.host.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.artefact.Artefact;
import com.harena.allinone.artefact.Download;
import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.machine.ParameterNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactsTest {
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final Download DOWNLOAD =
      new Download("https://maker.test/tool", SHA256_OF_ABC, "FIPS 180-2, appendix B.1");
  private static final Artefact TOOL =
      new Artefact(
          "tool",
          "1.0",
          "/usr/libexec/tool",
          Map.of(Architecture.ARM64, DOWNLOAD, Architecture.X86_64, DOWNLOAD));
  private static final Path INSTALLED = Path.of("/usr/libexec/tool");
  private static final Path KEPT = Path.of("/data/artefacts/tool-1.0-arm64");

  @TempDir private Path root;

  private final List<String> asked = new ArrayList<>();
  private final List<String> journal = new ArrayList<>();
  private final MemoryCloud cloud = new MemoryCloud(new VirtualTime(), () -> Duration.ZERO);
  private Optional<String> mirrored = Optional.empty();
  private boolean bucketAway;
  private String published = "abc";
  private DiskFiles files;

  @BeforeEach
  void bucket() {
    files = new DiskFiles(root);
    cloud.parameter("/a/b/bundle", "{\"bucket\":\"backups\",\"key\":\"k\",\"sha256\":\"0\"}");
  }

  @Test
  void aMirroredFileComesFromTheBucket() {
    mirrored = Optional.of("abc");

    install();

    assertThat(asked).containsExactly("s3://backups/releases/tool-1.0-arm64");
    assertThat(files.read(INSTALLED)).contains("abc");
    assertThat(files.real(INSTALLED)).isExecutable();
  }

  @Test
  void anotherComesFromItsMaker() {
    install();

    assertThat(asked).endsWith("https://maker.test/tool");
    assertThat(files.read(KEPT)).contains("abc");
    assertThat(files.list(Path.of("/data"))).containsExactly(KEPT);
  }

  @Test
  void laterBootsContactNobodyNotEvenWithANewRootDisk() {
    install();
    files.delete(INSTALLED);
    asked.clear();

    install();
    install();

    assertThat(asked).isEmpty();
    assertThat(files.read(INSTALLED)).contains("abc");
  }

  @Test
  void aSpoiltCopyIsFetchedAgain() {
    install();
    files.write(KEPT, "spoilt", FileMode.PROGRAM);
    files.write(INSTALLED, "spoilt", FileMode.PROGRAM);

    install();

    assertThat(files.read(INSTALLED)).contains("abc");
  }

  @Test
  void aMirrorThatIsAwayOrWrongIsSaidAndPassedOver() {
    bucketAway = true;
    install();
    assertThat(journal.get(0)).contains("AccessDenied").contains("fetching from its maker");

    files.delete(INSTALLED);
    files.delete(KEPT);
    bucketAway = false;
    mirrored = Optional.of("wrong");
    install();
    assertThat(String.join("\n", journal)).contains("does not have the SHA-256 " + SHA256_OF_ABC);
    assertThat(files.read(INSTALLED)).contains("abc");
  }

  @Test
  void nothingIsInstalledWithAnotherDigest() {
    published = "abd";

    assertThatThrownBy(this::install)
        .hasMessageContaining("https://maker.test/tool has the SHA-256")
        .hasMessageContaining("declared is " + SHA256_OF_ABC)
        .hasMessageContaining("nothing was installed");
    assertThat(files.exists(INSTALLED)).isFalse();
    assertThat(files.list(Path.of("/data"))).isEmpty();
  }

  private void install() {
    ReleaseBucket bucket =
        new ReleaseBucket(
            new ParameterNames("/a/b"),
            new MemoryParameters(cloud, () -> {}),
            (name, key, file) -> {
              asked.add("s3://" + name + "/" + key);
              if (bucketAway) {
                throw new CloudFailure("fetch", "AccessDenied", "no", false);
              }
              mirrored.ifPresent(text -> write(file, text));
              return mirrored.isPresent();
            });
    new Artefacts(
            files,
            bucket,
            (address, file) -> {
              asked.add(address.toString());
              write(file, published);
            },
            journal::add)
        .install(TOOL, Architecture.ARM64);
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
