package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares every key of two servers, or of a server and a backup. */
final class RedisVerifier implements Verifier {
  private final RedisServer source;
  private final RedisServer target;

  RedisVerifier(RedisServer source, RedisServer target) {
    this.source = source;
    this.target = target;
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    try {
      return (side == Side.SOURCE ? source : target).with(connection -> read(connection, work));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean standsStill() {
    return false;
  }

  private static Inventory read(RedisConnection connection, Work work) throws IOException {
    ServerInfo info = ServerInfo.read(connection);
    work.progress().begin("comparing", info.keys(), Progress.Unit.KEYS);
    LiveKeys keys = new LiveKeys(connection, work);
    KeyInventory inventory = new KeyInventory();
    DumpReader dumps = new DumpReader();
    keys.read(
        key -> true,
        (key, expiry, length, dump) -> {
          KeyDigest digest = dumps.read(key, length, dump, OutputStream.nullOutputStream());
          inventory.add(key, KeyFacts.of(digest, expiry));
          work.progress().advance(1);
        });
    return inventory.toInventory(info, keys.expiryIsExact());
  }

  @Override
  public List<KeyDifference> locate(Item sourceItem, Item targetItem, Work work) {
    try {
      return source.with(
          from -> target.with(to -> compare(new LiveKeys(from, work), sourceItem, to, work)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<List<KeyDifference>> locate(
      Path folder, Item contents, Item targetItem, Work work) throws IOException {
    return Optional.of(
        target.with(
            to -> compare(new BackupKeys(BackupFile.in(folder), work), contents, to, work)));
  }

  private static List<KeyDifference> compare(Keys from, Item item, RedisConnection to, Work work)
      throws IOException {
    return new KeyComparison(from, new LiveKeys(to, work), item, work).differences();
  }
}
