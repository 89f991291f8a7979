package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostBundleTest {
  private final Blueprint blueprint = BlueprintLoader.load(UserDataTest.BLUEPRINT);

  @TempDir private Path folder;
  private Path jar;

  @BeforeEach
  void writeJar() throws IOException {
    jar = Files.writeString(folder.resolve("some.jar"), "stands for a jar");
  }

  @Test
  void holdsWhatTheHostStarts() {
    assertThat(HostBundle.of(blueprint, jar).paths())
        .containsExactly(
            "agent/amazon-cloudwatch-agent.json",
            "allinone.jar",
            "artefacts.json",
            "bin/allinone",
            "bin/spot",
            "bin/start",
            "compose.yaml",
            "docker/daemon.json",
            "host.json",
            "units/allinone-backup-last.service",
            "units/allinone-backup.service",
            "units/allinone-backup.timer",
            "units/allinone-data.service",
            "units/allinone-drill.service",
            "units/allinone-drill.timer",
            "units/allinone-interruption.service",
            "units/allinone-metrics.service",
            "units/allinone-metrics.timer",
            "units/docker.service.d/allinone.conf");
  }

  @Test
  void hasTheSameBytesInAnotherPlaceTimeAndTimeZone() throws Exception {
    HostBundle here = HostBundle.of(blueprint, jar);
    Path first = folder.resolve("first.zip");
    here.writeTo(first);

    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("other.jar");
    Files.copy(jar, elsewhere);
    Files.setLastModifiedTime(elsewhere, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    TimeZone zone = TimeZone.getDefault();
    Path second = folder.resolve("second.zip");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      HostBundle.of(blueprint, elsewhere).writeTo(second);
    } finally {
      TimeZone.setDefault(zone);
    }

    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(here.sha256())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(second))));
  }

  @Test
  void hasTheSameHashBeforeAndAfterItIsWritten() {
    HostBundle bundle = HostBundle.of(blueprint, jar);
    String before = bundle.sha256();
    bundle.writeTo(folder.resolve("written.zip"));

    assertThat(bundle.sha256()).isEqualTo(before);
    assertThat(bundle.with("bin/start", "# other").sha256()).isNotEqualTo(before);
  }

  @Test
  void storesSortedEntriesUndeflated() throws IOException {
    Path zip = folder.resolve("bundle.zip");
    HostBundle.of(blueprint, jar).writeTo(zip);

    try (ZipFile file = new ZipFile(zip.toFile())) {
      List<ZipEntry> entries = new ArrayList<>(Collections.list(file.entries()));
      assertThat(entries).extracting(ZipEntry::getName).isSorted();
      assertThat(entries).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
    }
  }

  @Test
  void namesTheMissingJar() {
    Path missing = folder.resolve("missing.jar");

    assertThatThrownBy(() -> HostBundle.of(blueprint, missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("missing.jar");
  }

  @Test
  void namesTheFilesItHasWhenAskedForAnother() {
    HostBundle bundle = HostBundle.of(blueprint, jar);

    assertThatThrownBy(() -> bundle.text("units/nothing"))
        .hasMessageContaining("units/nothing")
        .hasMessageContaining("host.json");
  }
}
