package com.harena.allinone.move.step;

import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.KeyDifference.Kind;
import com.harena.allinone.move.store.Progress.Unit;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A store whose servers are folders. It is a real one, only small: what it writes outlives its
 * process.
 */
final class FolderStore implements Store, Checker, Source, Verifier {
  private final String name;
  private final FolderServer source;
  private final FolderServer target;
  private final Consumer<String> hook;

  /** A store of two folders; {@code hook} is told of each piece of work before it is done. */
  FolderStore(String name, FolderServer source, FolderServer target, Consumer<String> hook) {
    this.name = name;
    this.source = source;
    this.target = target;
    this.hook = hook;
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
    return new FolderSink(name, target, hook);
  }

  @Override
  public Verifier verifier() {
    return this;
  }

  @Override
  public List<Finding> check(Work work) {
    hook.accept("check " + name);
    return Files.isDirectory(source.path())
        ? List.of(Finding.ok(name + ".source", "the source is there"))
        : List.of(Finding.error(name + ".source", "the source cannot be reached"));
  }

  @Override
  public Inventory backUp(Path folder, Work work) throws IOException {
    work.progress().begin("copying", source.tables().size(), Unit.ITEMS);
    for (Path leftover : FolderServer.tables(folder)) {
      if (work.checkpoints().find(leftover.getFileName().toString()).isEmpty()) {
        Files.delete(leftover);
      }
    }
    for (Path table : source.tables()) {
      work.proceed();
      copy("backup " + name, table, folder, work.checkpoints(), hook);
      work.progress().advance(1);
    }
    return FolderServer.inventory(folder);
  }

  @Override
  public void freeze(Work work) {
    hook.accept("freeze " + place());
    work.checkpoints().done("frozen", "");
    hook.accept("freezing " + place());
    source.freeze();
  }

  @Override
  public void unfreeze(Work work) {
    hook.accept("unfreeze " + place());
    source.unfreeze();
    work.checkpoints().forget("frozen");
  }

  private String place() {
    return (source.equals(target) ? "new " : "") + name;
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    hook.accept("inventory " + name + " " + side.word());
    work.proceed();
    return side == Side.SOURCE ? source.inventory() : target.inventory();
  }

  @Override
  public List<KeyDifference> locate(Item old, Item now, Work work) {
    Set<String> left = source.rows(old.name());
    Set<String> right = target.rows(old.name());
    List<KeyDifference> keys = new ArrayList<>();
    left.stream()
        .filter(row -> !right.contains(row))
        .forEach(row -> keys.add(new KeyDifference(row, Kind.MISSING)));
    right.stream()
        .filter(row -> !left.contains(row))
        .forEach(row -> keys.add(new KeyDifference(row, Kind.UNEXPECTED)));
    return keys;
  }

  /** Copies a table unless that is done; the hook sees it half copied. */
  static void copy(
      String verb, Path table, Path folder, Checkpoints checkpoints, Consumer<String> hook)
      throws IOException {
    String piece = table.getFileName().toString();
    if (checkpoints.find(piece).isPresent()) {
      return;
    }
    Path copy = folder.resolve(piece);
    Files.deleteIfExists(copy);
    String content = FolderServer.read(table);
    FolderServer.write(copy, content.substring(0, content.length() / 2));
    hook.accept(verb + " " + piece);
    FolderServer.write(copy, content);
    checkpoints.done(piece, "");
  }
}
