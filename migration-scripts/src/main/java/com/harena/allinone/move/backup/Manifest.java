package com.harena.allinone.move.backup;

import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a backup is and holds.
 *
 * @param tool version of allinone that made it
 * @param move name of the move
 * @param environment name of what moves
 * @param side where it comes from
 * @param began when the first store was begun
 * @param finished when the last store was done
 * @param stores what it holds
 * @param files every file except the manifest
 */
public record Manifest(
    String tool,
    String move,
    String environment,
    Side side,
    Instant began,
    Instant finished,
    List<StoredInventory> stores,
    List<StoredFile> files) {
  /** Name of the file. */
  public static final String NAME = "manifest.json";

  /** Copies the lists. */
  public Manifest {
    stores = List.copyOf(stores);
    files = List.copyOf(files);
  }

  /** What it holds of a store. */
  public Optional<StoredInventory> store(String name) {
    return stores.stream().filter(it -> it.store().equals(name)).findFirst();
  }

  /** Sum of the sizes of all files, in bytes. */
  public long bytes() {
    return files.stream().mapToLong(StoredFile::size).sum();
  }

  /** Sum of the sizes of a store's files, in bytes. */
  public long bytes(String store) {
    return files.stream()
        .filter(file -> file.path().startsWith(store + "/"))
        .mapToLong(StoredFile::size)
        .sum();
  }
}
