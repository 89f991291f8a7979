package com.harena.allinone.host.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.cloud.MemoryCloud;
import com.harena.allinone.host.cloud.MemoryParameters;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.release.ReleaseBucket;
import com.harena.allinone.host.timing.VirtualTime;
import com.harena.allinone.machine.ParameterNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchivesTest {
  private static final String ARCHIVE = "backend-1.4.0.tar.gz";
  private static final String GIVEN = "harena/backend:1.4.0";
  private static final String IMAGE = "allinone/backend:0123456789abcdef";

  private static final String ARCHIVE_SHA256 =
      "0eb3e36bfb24dcd9bb1d1bece1531216b59539a8fde17ee80224af0653c92aa3";

  @TempDir private Path root;

  private final List<String> fetched = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private boolean uploaded = true;
  private String loaded = "Loaded image: " + GIVEN + "\n";

  @Test
  void loadsTheArchiveOfTheReleasePrefixAndNamesItsImage() {
    assertThat(load()).isEqualTo(IMAGE);

    assertThat(fetched).containsExactly("backups/releases/" + ARCHIVE);
    assertThat(new DiskFiles(root).list(Path.of("/data")))
        .containsExactly(Path.of("/data/artefacts/" + ARCHIVE + ".image"));
  }

  @Test
  void laterBootsFetchNothing() {
    load();

    assertThat(load()).isEqualTo(IMAGE);
    assertThat(fetched).hasSize(1);
  }

  @Test
  void anImageThatTheEngineLostIsLoadedAgain() {
    load();
    images.clear();

    assertThat(load()).isEqualTo(IMAGE);
    assertThat(fetched).hasSize(2);
  }

  @Test
  void anArchiveThatIsNotThereIsNamed() {
    uploaded = false;

    assertThatThrownBy(this::load)
        .hasMessageContaining("there is no s3://backups/releases/" + ARCHIVE)
        .hasMessageContaining("upload the archive");
  }

  @Test
  void anArchiveWithoutANameOrWithTwoImagesIsRefused() {
    loaded = "Loaded image ID: sha256:0\n";
    assertThatThrownBy(this::load).hasMessageContaining("holds no image with a name");

    loaded = "Loaded image: a:1\nLoaded image: b:1\n";
    assertThatThrownBy(this::load).hasMessageContaining("more than one image, a:1 and b:1");
  }

  @Test
  void anImageKeepsItsNameWhenTheNextArchiveHoldsAnotherUnderTheSame() {
    load();

    assertThat(images).containsExactly(IMAGE);
  }

  @Test
  void anArchiveOfAnotherContentIsNotLoaded() {
    assertThat(archives().load("releases-1/" + ARCHIVE, ARCHIVE_SHA256)).isEqualTo(IMAGE);
    images.clear();

    assertThatThrownBy(() -> archives().load(ARCHIVE, "0".repeat(64)))
        .hasMessageContaining("has the SHA-256 " + ARCHIVE_SHA256 + ", not 000");
    assertThat(images).isEmpty();
    assertThat(new DiskFiles(root).list(Path.of("/data"))).isEmpty();
  }

  private String load() {
    return archives().load(ARCHIVE);
  }

  private ImageArchives archives() {
    MemoryCloud cloud = new MemoryCloud(new VirtualTime(), () -> Duration.ZERO);
    cloud.parameter("/a/b/bundle", "{\"bucket\":\"backups\",\"key\":\"k\",\"sha256\":\"0\"}");
    ReleaseBucket bucket =
        new ReleaseBucket(
            new ParameterNames("/a/b"), new MemoryParameters(cloud, () -> {}), this::fetch);
    return new ImageArchives(this::docker, new DiskFiles(root), bucket, line -> {});
  }

  private boolean fetch(String bucket, String key, Path file) {
    fetched.add(bucket + "/" + key);
    try {
      Files.writeString(file, "archive");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return uploaded;
  }

  private CommandResult docker(Command command) {
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    if (words.contains("inspect")) {
      String id = "sha256:0123456789abcdef0123456789abcdef";
      return new CommandResult(images.contains(last) ? 0 : 1, id + "\n", "");
    } else if (words.contains("tag") || words.contains("rm")) {
      boolean done = words.contains("tag") ? images.add(last) : images.remove(last);
      return new CommandResult(done ? 0 : 1, "", "");
    }
    images.add(GIVEN);
    return new CommandResult(Files.exists(Path.of(last)) ? 0 : 1, loaded, "");
  }
}
