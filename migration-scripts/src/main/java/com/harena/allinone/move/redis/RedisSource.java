package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The old side: every key of every database into one file. */
final class RedisSource implements Source {
  private final RedisServer server;
  private final WriteStop stop;

  RedisSource(RedisServer server, WriteStop stop) {
    this.server = server;
    this.stop = stop;
  }

  @Override
  public Inventory backUp(Path folder, Work work) throws IOException {
    Path file = BackupFile.in(folder);
    Files.deleteIfExists(file);
    return server.with(
        connection -> {
          ServerInfo info = ServerInfo.read(connection);
          if (info.isCluster()) {
            throw server.failure(
                "runs in cluster mode, of which one address shows a part of the keys only; allowed:"
                    + " servers without cluster mode",
                null);
          }
          work.progress().begin("copying", info.keys(), Progress.Unit.KEYS);
          LiveKeys keys = new LiveKeys(connection, work);
          KeyInventory inventory = new KeyInventory();
          try (BackupWriter writer = new BackupWriter(file);
              RepeatedKeys repeated = new RepeatedKeys(folder.resolve("keys.seen"))) {
            copy(keys, writer, inventory, repeated, work);
            repeated.takeFrom(inventory, file);
          }
          return inventory.toInventory(info, keys.expiryIsExact());
        });
  }

  private static void copy(
      LiveKeys keys, BackupWriter writer, KeyInventory inventory, RepeatedKeys repeated, Work work)
      throws IOException {
    DumpReader dumps = new DumpReader();
    keys.read(
        key -> true,
        (key, expiry, length, dump) -> {
          writer.begin(key, expiry, length);
          KeyFacts facts = KeyFacts.of(dumps.read(key, length, dump, writer), expiry);
          writer.end();
          inventory.add(key, facts);
          repeated.seen(key);
          work.progress().advance(1);
        });
    writer.finish();
  }

  @Override
  public void freeze(Work work) {
    server.ask(
        connection -> {
          stop.stop(connection::call, work);
          return null;
        });
  }

  @Override
  public void unfreeze(Work work) {
    server.ask(
        connection -> {
          stop.resume(connection::call, work);
          return null;
        });
  }
}
