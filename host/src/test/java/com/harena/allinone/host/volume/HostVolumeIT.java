package com.harena.allinone.host.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.timing.VirtualTime;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The data volume on real disks: mkfs, blkid, mount and resize2fs as the instance has them. */
class HostVolumeIT {
  private static final String VOLUME = "vol-0000000000000000d";
  private static final String OTHER = "vol-0000000000000000e";
  private static final Path INTENT = Path.of("/var/lib/allinone/formatting");

  @TempDir private Path folder;

  private final List<String> journal = new ArrayList<>();
  private LoopMachine machine;
  private DiskFiles files;

  @BeforeEach
  void realDisks() throws IOException {
    LoopMachine.need();
    machine = new LoopMachine(folder);
    files = new DiskFiles(folder);
  }

  @AfterEach
  void giveBack() throws IOException {
    if (machine != null) {
      machine.close();
    }
  }

  @Test
  void aBlankVolumeIsFormattedAndMountedByUuid() throws IOException {
    machine.attach(machine.image("disk", 64), VOLUME);

    bring();

    Files.writeString(machine.mountPoint().resolve("row"), "kept");
    String uuid = files.read(DataVolume.UNIT_ENVIRONMENT).orElseThrow();
    assertThat(uuid).matches("DATA_UUID=[0-9a-f-]{36}\n");
    assertThat(files.exists(INTENT)).isFalse();
    assertThat(journal).anyMatch(line -> line.contains("is blank: making an ext4 file system"));
  }

  @Test
  void whatIsOnItSurvivesLaterBoots() throws IOException {
    Path image = machine.image("disk", 64);
    machine.attach(image, VOLUME);
    bring();
    Files.writeString(machine.mountPoint().resolve("row"), "kept");
    bring();
    machine.detachAll();
    machine.attach(image, VOLUME);

    bring();

    assertThat(machine.mountPoint().resolve("row")).hasContent("kept");
    assertThat(journal).filteredOn(line -> line.contains("is blank")).hasSize(1);
  }

  @Test
  void twoDevicesThatSwapNamesAreToldApart() throws IOException {
    Path image = machine.image("disk", 64);
    Path other = machine.image("other", 64);
    String first = machine.attach(image, VOLUME);
    machine.attach(other, OTHER);
    bring();
    Files.writeString(machine.mountPoint().resolve("row"), "kept");
    machine.detachAll();
    String swapped = machine.attach(other, OTHER);
    machine.attach(image, VOLUME);

    bring();

    assertThat(swapped).isEqualTo(first);
    assertThat(machine.mountPoint().resolve("row")).hasContent("kept");
    assertThat(other).satisfies(path -> assertThat(Zeros.firstOther(path)).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Foreign.class)
  void aVolumeWithAnythingElseIsRefusedAndUntouched(Foreign foreign) throws IOException {
    Path image = machine.image("disk", 64);
    foreign.write(machine, image);
    String before = files.sha256(Path.of("/disk")).orElseThrow();
    machine.attach(image, VOLUME);

    assertThatThrownBy(this::bring)
        .isInstanceOf(VolumeRefused.class)
        .hasMessageContaining(VOLUME)
        .hasMessageContaining("holds " + foreign.named())
        .hasMessageContaining("nothing was written");

    machine.detachAll();
    assertThat(files.sha256(Path.of("/disk"))).contains(before);
  }

  @Test
  void ourOwnHalfMadeFileSystemIsMadeAnewAndNobodyElses() throws IOException {
    Path image = machine.image("disk", 64);
    Foreign.RANDOM_BYTES.write(machine, image);
    machine.attach(image, VOLUME);
    files.write(INTENT, OTHER, FileMode.PLAIN);
    assertThatThrownBy(this::bring).isInstanceOf(VolumeRefused.class);

    files.write(INTENT, VOLUME, FileMode.PLAIN);
    bring();

    assertThat(files.exists(INTENT)).isFalse();
  }

  @Test
  void anIntentLeftBehindNeverFormatsAFinishedFileSystem() throws IOException {
    Path image = machine.image("disk", 64);
    machine.attach(image, VOLUME);
    bring();
    Files.writeString(machine.mountPoint().resolve("row"), "kept");
    machine.detachAll();
    machine.attach(image, VOLUME);
    files.write(INTENT, VOLUME, FileMode.PLAIN);

    bring();

    assertThat(machine.mountPoint().resolve("row")).hasContent("kept");
  }

  @Test
  void theFileSystemGrowsWithTheVolumeWhileMounted() throws IOException {
    OptionalPart.need(
        "online-resize",
        machine.mayGrowOnline(),
        "the kernel grows mounted ext4 for CAP_SYS_RESOURCE");
    Path image = machine.image("disk", 64);
    String device = machine.attach(image, VOLUME);
    bring();
    Files.writeString(machine.mountPoint().resolve("row"), "kept");
    long before = Files.getFileStore(machine.mountPoint()).getTotalSpace();
    machine.image("disk", 128);
    machine.onMachine("losetup", "--set-capacity", device);

    bring();

    assertThat(Files.getFileStore(machine.mountPoint()).getTotalSpace())
        .isGreaterThan(before + (32L << 20));
    assertThat(machine.mountPoint().resolve("row")).hasContent("kept");
  }

  @Test
  void aByteInTheMidstOfALargeVolumeIsSeen() throws IOException {
    Path image = machine.image("disk", 256);
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.seek(100L << 20);
      byte[] data = new byte[4 << 20];
      new Random(1).nextBytes(data);
      file.write(data);
    }

    assertThat(Zeros.firstOther(image)).isPresent();
  }

  private void bring() {
    new DataVolume(machine, files, new VirtualTime(), journal::add).bring(VOLUME);
  }
}
