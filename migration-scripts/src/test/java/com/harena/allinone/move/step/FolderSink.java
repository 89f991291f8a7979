package com.harena.allinone.move.step;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The new side of a {@link FolderStore}. It knows by a mark that the move filled it, and by a
 * checkpoint which tables it put there: any other is somebody else's.
 */
final class FolderSink implements Sink {
  private static final String PLANNED = "planned";

  private final String name;
  private final FolderServer server;
  private final Consumer<String> hook;

  FolderSink(String name, FolderServer server, Consumer<String> hook) {
    this.name = name;
    this.server = server;
    this.hook = hook;
  }

  @Override
  public Occupancy occupancy(Work work) {
    boolean marked = server.mark().equals(work.move());
    Set<String> ours =
        marked ? Set.of(work.checkpoints().find(PLANNED).orElse("").split(" ")) : Set.of();
    List<String> strangers =
        server.names().stream().filter(it -> !ours.contains(it)).limit(20).toList();
    if (!strangers.isEmpty()) {
      return new Occupancy(Occupancy.State.FOREIGN, strangers);
    }
    return marked
        ? new Occupancy(Occupancy.State.OURS, server.names())
        : new Occupancy(Occupancy.State.EMPTY, List.of());
  }

  @Override
  public void restore(Path folder, Inventory contents, Work work) throws IOException {
    List<Path> tables = FolderServer.tables(folder);
    work.checkpoints()
        .done(
            PLANNED,
            String.join(" ", tables.stream().map(it -> it.getFileName().toString()).toList()));
    hook.accept("mark " + name);
    server.mark(work.move());
    work.progress().begin("restoring", contents.items().size(), Unit.ITEMS);
    for (Path table : tables) {
      work.proceed();
      FolderStore.copy("restore " + name, table, server.path(), work.checkpoints(), hook);
      work.progress().advance(1);
    }
  }

  @Override
  public void clear(Work work) {
    hook.accept("clear " + name);
    for (Path table : server.tables()) {
      hook.accept("clear " + name + " " + table.getFileName());
      work.checkpoints().forget(table.getFileName().toString());
      FolderServer.delete(table);
    }
  }

  @Override
  public void finish(Work work) {
    hook.accept("finish " + name);
    server.unmark();
  }
}
