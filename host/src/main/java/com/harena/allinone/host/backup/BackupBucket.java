package com.harena.allinone.host.backup;

import com.harena.allinone.host.cloud.Backups;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.move.backup.BackupFolder;
import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.ManifestFile;
import com.harena.allinone.move.backup.StoredFile;
import com.harena.allinone.move.progress.Amounts;
import com.harena.allinone.move.store.BackupDamaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of backups in the bucket: each file an object {@code backups/<id>/<path>}, the manifest
 * last, so that half a copy has none and is no backup.
 */
public final class BackupBucket {
  /** Bytes that one request may put, by S3's limit: 5 GiB. */
  static final long LARGEST = 5L << 30;

  private static final String PREFIX = "backups/";

  private final Backups backups;

  /** Copies through the port. */
  public BackupBucket(Backups backups) {
    this.backups = backups;
  }

  /**
   * Copies a backup; what an earlier run copied of it stays.
   *
   * @return where the copy is
   * @throws BackupFailed if the bucket does not take all of it
   */
  public String upload(BackupShelf shelf, String id) throws IOException {
    Path folder = shelf.path(id);
    List<Path> files = files(folder);
    for (Path file : files) {
      refuseTooLarge(folder, file);
    }
    try {
      for (Path file : files) {
        backups.putIfAbsent(key(id, folder, file), file);
      }
    } catch (CloudFailure e) {
      throw new BackupFailed(
          BackupFault.UPLOAD_FAILED,
          "backup %s is on the data volume only: %s".formatted(id, e.getMessage()),
          e);
    }
    return backups.address(PREFIX + id);
  }

  /** Ids of all backups that the bucket has whole, the oldest first. */
  public List<String> ids() {
    String end = "/" + Manifest.NAME;
    return backups.keys(PREFIX).stream()
        .filter(key -> key.endsWith(end))
        .map(key -> key.substring(PREFIX.length(), key.length() - end.length()))
        .filter(BackupShelf::isId)
        .toList();
  }

  /**
   * Fetches a backup that the bucket has, proves it, and puts it on the shelf.
   *
   * @throws BackupFailed if the disk has no room, or the copy is not what was written
   */
  public void fetch(String id, BackupShelf shelf) throws IOException {
    Path place = shelf.workplace("fetching").resolve(id);
    try {
      fetch(id, Manifest.NAME, place);
      Manifest manifest = ManifestFile.read(place);
      DiskRoom.need("fetch " + id, shelf.folder(), manifest.bytes(), DiskRoom.RESERVE_BYTES);
      for (StoredFile file : manifest.files()) {
        fetch(id, file.path(), place);
      }
      BackupProof.prove(place, bytes -> {});
      BackupFolder.at(place).seal(bytes -> {});
      shelf.put(place);
    } catch (BackupDamaged e) {
      throw new BackupFailed(
          BackupFault.DAMAGED,
          "the copy %s is not what was written: %s"
              .formatted(backups.address(PREFIX + id), e.getMessage()),
          e);
    } finally {
      BackupShelf.remove(place.getParent());
    }
  }

  /** Whatever the manifest names stays inside the place. */
  private void fetch(String id, String name, Path place) {
    Path file = place.resolve(name).normalize();
    if (!file.startsWith(place)) {
      throw new BackupDamaged("%s names a file outside: %s".formatted(Manifest.NAME, name));
    }
    if (!backups.fetch(PREFIX + id + "/" + name, file)) {
      throw new BackupDamaged("%s is missing".formatted(name));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>(all.filter(Files::isRegularFile).sorted().toList());
      Path manifest = folder.resolve(Manifest.NAME);
      files.remove(manifest);
      files.add(manifest);
      return files;
    }
  }

  private static void refuseTooLarge(Path folder, Path file) throws IOException {
    long bytes = Files.size(file);
    if (bytes > LARGEST) {
      throw new BackupFailed(
          BackupFault.UPLOAD_FAILED,
          "%s of backup %s has %s; allowed: 5.0 GiB, which S3 takes in one request; copy it by hand with aws s3 cp"
              .formatted(
                  folder.relativize(file), folder.getFileName(), Amounts.bytes((double) bytes)));
    }
  }

  private static String key(String id, Path folder, Path file) {
    return PREFIX + id + "/" + folder.relativize(file);
  }
}
