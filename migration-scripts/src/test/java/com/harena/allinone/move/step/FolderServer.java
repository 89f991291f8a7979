package com.harena.allinone.move.step;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A server that is a folder: files are its tables, their lines its rows. */
record FolderServer(Path path) {
  private static final String MARK = ".move";
  private static final String FROZEN = ".frozen";

  List<Path> tables() {
    return tables(path);
  }

  /** Files of a folder that are no marks; none where there is no folder. */
  static List<Path> tables(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> !it.getFileName().toString().startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> names() {
    return tables().stream().map(it -> it.getFileName().toString()).toList();
  }

  Inventory inventory() {
    return inventory(path);
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

  Set<String> rows(String table) {
    Path file = path.resolve(table);
    return Files.exists(file) ? new LinkedHashSet<>(read(file).lines().toList()) : Set.of();
  }

  boolean isFrozen() {
    return Files.exists(path.resolve(FROZEN));
  }

  void freeze() {
    write(path.resolve(FROZEN), "");
  }

  void unfreeze() {
    delete(path.resolve(FROZEN));
  }

  /** The move that filled it; empty for none. */
  String mark() {
    Path mark = path.resolve(MARK);
    return Files.exists(mark) ? read(mark) : "";
  }

  void mark(String move) {
    write(path.resolve(MARK), move);
  }

  void unmark() {
    delete(path.resolve(MARK));
  }

  /** Writes a row, as the application does; a frozen server refuses. */
  void insert(String table, String row) {
    if (isFrozen()) {
      throw new IllegalStateException("frozen");
    }
    Path file = path.resolve(table);
    write(file, (Files.exists(file) ? read(file) : "") + row + "\n");
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
