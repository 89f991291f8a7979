package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The new side. Its mark is the key {@code allinone:move} of database 0, put there before the first
 * key and no part of the data.
 *
 * <p>A checkpoint names the place in the backup up to which the server took every key, and the run
 * of the server: one that was restarted since may have lost some, and is filled from the begin,
 * which changes nothing where a key is there.
 */
final class RedisSink implements Sink {
  private static final String PIECE = "keys";
  private static final int NAMES = 20;
  private static final long CHECKPOINT_NANOSECONDS = 2_000_000_000L;

  private final RedisServer server;

  RedisSink(RedisServer server) {
    this.server = server;
  }

  @Override
  public Occupancy occupancy(Work work) {
    return server.ask(
        connection -> {
          ServerInfo info = ServerInfo.read(connection);
          if (info.keys() == 0) {
            return new Occupancy(Occupancy.State.EMPTY, List.of());
          }
          return new Occupancy(
              MoveMark.isOf(work.move(), connection)
                  ? Occupancy.State.OURS
                  : Occupancy.State.FOREIGN,
              names(connection, info));
        });
  }

  private static List<String> names(RedisConnection connection, ServerInfo info) {
    List<String> names = new ArrayList<>();
    for (int database : info.databases()) {
      connection.call("SELECT", database);
      List<?> keys = (List<?>) ((List<?>) connection.call("SCAN", 0, "COUNT", 2 * NAMES)).get(1);
      for (Object key : keys) {
        KeyId id = new KeyId(database, (byte[]) key);
        if (names.size() < NAMES && MoveMark.isData(id)) {
          names.add(id.shown());
        }
      }
    }
    return names;
  }

  @Override
  public void restore(Path folder, Inventory contents, Work work) throws IOException {
    long total =
        contents.items().stream()
            .filter(item -> !item.kind().equals(KeyInventory.EXPIRY))
            .mapToLong(Item::count)
            .sum();
    server.with(
        connection -> {
          String run = ServerInfo.read(connection).text("run_id");
          long offset = MoveMark.isOf(work.move(), connection) ? finished(run, work) : 0;
          if (!MoveMark.claim(work.move(), connection)) {
            throw server.failure(
                "another move has begun to fill it, or its key %s is left from one; end that move, or name another target"
                    .formatted(MoveMark.KEY),
                null);
          }
          work.progress().begin("restoring", total, Progress.Unit.KEYS);
          Path file = BackupFile.in(folder);
          KeyWriter writer = new KeyWriter(connection, server, BackupReader.format(file));
          try (BackupReader reader = new BackupReader(file, offset)) {
            write(reader, writer, run, work);
          }
          return null;
        });
  }

  private static void write(BackupReader reader, KeyWriter writer, String run, Work work)
      throws IOException {
    long noted = System.nanoTime();
    long place = reader.resumeAt();
    for (BackupReader.Key key = reader.next(); key != null; key = reader.next()) {
      if (reader.resumeAt() != place) {
        place = reader.resumeAt();
        work.proceed();
        if (System.nanoTime() - noted > CHECKPOINT_NANOSECONDS) {
          writer.drain();
          work.checkpoints().done(PIECE, run + " " + place);
          noted = System.nanoTime();
        }
      }
      writer.key(key.id(), key.expiry(), key.length(), reader.dump());
      work.progress().advance(1);
    }
    writer.drain();
  }

  private static long finished(String run, Work work) {
    Optional<String> note = work.checkpoints().find(PIECE);
    return note.isPresent() && note.get().startsWith(run + " ")
        ? Long.parseLong(note.get().substring(run.length() + 1))
        : 0;
  }

  @Override
  public void clear(Work work) {
    work.checkpoints().forget(PIECE);
    server.ask(
        connection -> {
          if (ServerInfo.read(connection).keys() == 0) {
            return null;
          }
          if (!MoveMark.isOf(work.move(), connection)) {
            throw server.failure(
                "holds keys that this move did not put there, so nothing is removed;"
                    + " empty it yourself, or name another target",
                null);
          }
          connection.call("FLUSHALL");
          return null;
        });
  }

  @Override
  public void finish(Work work) {
    server.ask(
        connection -> {
          MoveMark.remove(work.move(), connection);
          return null;
        });
  }
}
