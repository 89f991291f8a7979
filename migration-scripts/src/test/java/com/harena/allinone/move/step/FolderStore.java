package com.harena.allinone.move.step;

import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A store whose servers are folders: files are its tables, their lines its rows. It is a real one,
 * only small: what it writes outlives its process.
 */
final class FolderStore implements Store, Checker, Source, Sink, Verifier {
  private static final String MARK = ".move";
  private static final String FROZEN = ".frozen";

  private final String name;
  private final Path source;
  private final Path target;
  private final Consumer<String> hook;

  /** A store of two folders; {@code hook} is told of each piece of work before it is done. */
  FolderStore(String name, Path source, Path target, Consumer<String> hook) {
    this.name = name;
    this.source = source;
    this.target = target;
    this.hook = hook;
  }

  /** The same with another server as its source. */
  FolderStore from(Path other) {
    return new FolderStore(name, other, target, hook);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Checker checker() {
    return this;
  }

  @Override
  public Source source() {
    return this;
  }

  @Override
  public Sink sink() {
    return this;
  }

  @Override
  public Verifier verifier() {
    return this;
  }

  @Override
  public List<Finding> check(Work work) {
    hook.accept("check " + name);
    return Files.isDirectory(source)
        ? List.of(Finding.ok(name + ".source", "the source is there"))
        : List.of(Finding.error(name + ".source", "the source cannot be reached"));
  }

  @Override
  public Inventory backUp(Path folder, Work work) throws IOException {
    List<Path> tables = tables(source);
    work.progress().begin("copying", tables.size(), Unit.ITEMS);
    for (Path leftover : tables(folder)) {
      if (work.checkpoints().find(leftover.getFileName().toString()).isEmpty()) {
        Files.delete(leftover);
      }
    }
    for (Path table : tables) {
      work.proceed();
      copy("backup", table, folder, work.checkpoints());
      work.progress().advance(1);
    }
    return inventory(folder);
  }

  @Override
  public void freeze(Work work) {
    hook.accept("freeze " + name);
    work.checkpoints().done("frozen", "");
    write(source.resolve(FROZEN), "");
  }

  @Override
  public void unfreeze(Work work) {
    hook.accept("unfreeze " + name);
    try {
      Files.deleteIfExists(source.resolve(FROZEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    work.checkpoints().forget("frozen");
  }

  @Override
  public Occupancy occupancy(Work work) {
    boolean marked =
        Files.exists(target.resolve(MARK)) && read(target.resolve(MARK)).equals(work.move());
    List<String> found =
        tables(target).stream().map(path -> path.getFileName().toString()).limit(20).toList();
    if (marked) {
      return new Occupancy(Occupancy.State.OURS, found);
    }
    return new Occupancy(found.isEmpty() ? Occupancy.State.EMPTY : Occupancy.State.FOREIGN, found);
  }

  @Override
  public void restore(Path folder, Inventory contents, Work work) throws IOException {
    write(target.resolve(MARK), work.move());
    work.progress().begin("restoring", contents.items().size(), Unit.ITEMS);
    for (Path table : tables(folder)) {
      work.proceed();
      copy("restore", table, target, work.checkpoints());
    }
  }

  @Override
  public void clear(Work work) {
    hook.accept("clear " + name);
    try {
      for (Path table : tables(target)) {
        Files.delete(table);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void finish(Work work) {
    try {
      Files.deleteIfExists(target.resolve(MARK));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    hook.accept("inventory " + name + " " + side.word());
    work.proceed();
    return inventory(side == Side.SOURCE ? source : target);
  }

  @Override
  public List<KeyDifference> locate(Item old, Item now, Work work) {
    Set<String> left = rows(source.resolve(old.name()));
    Set<String> right = rows(target.resolve(old.name()));
    List<KeyDifference> keys = new ArrayList<>();
    left.stream()
        .filter(row -> !right.contains(row))
        .forEach(row -> keys.add(new KeyDifference(row, Kind.MISSING)));
    right.stream()
        .filter(row -> !left.contains(row))
        .forEach(row -> keys.add(new KeyDifference(row, Kind.UNEXPECTED)));
    return keys;
  }

  private void copy(String verb, Path table, Path folder, Checkpoints checkpoints)
      throws IOException {
    String piece = table.getFileName().toString();
    if (checkpoints.find(piece).isPresent()) {
      return;
    }
    Path copy = folder.resolve(piece);
    Files.deleteIfExists(copy);
    String content = read(table);
    Files.writeString(copy, content.substring(0, content.length() / 2));
    hook.accept(verb + " " + name + " " + piece);
    Files.writeString(copy, content);
    checkpoints.done(piece, "");
  }

  static Inventory inventory(Path folder) {
    List<Item> items = new ArrayList<>();
    for (Path table : tables(folder)) {
      List<String> rows = read(table).lines().sorted().toList();
      items.add(
          new Item(
              "table",
              table.getFileName().toString(),
              rows.size(),
              Integer.toHexString(rows.hashCode()),
              ""));
    }
    return new Inventory("1.0", Map.of("sorted", "yes"), items);
  }

  private static Set<String> rows(Path table) {
    return new LinkedHashSet<>(read(table).lines().toList());
  }

  static List<Path> tables(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> !it.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isFrozen(Path server) {
    return Files.exists(server.resolve(FROZEN));
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
