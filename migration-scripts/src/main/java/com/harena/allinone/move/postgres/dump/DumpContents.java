package com.harena.allinone.move.postgres.dump;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A dump in directory format. */
public final class DumpContents {
  /** Its folder in the folder of a backup. */
  public static final String FOLDER = "dump";

  private static final Pattern ENCODING = Pattern.compile("client_encoding = '([A-Za-z0-9_]+)'");
  private static final Pattern SEQUENCE =
      Pattern.compile("setval\\('.*', (-?\\d+), (true|false)\\);\\s*", Pattern.DOTALL);

  private final Path folder;
  private final List<DumpEntry> entries;

  private DumpContents(Path folder, List<DumpEntry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /**
   * The dump of a backup; empty if a newer {@code pg_dump} made it than this program knows.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<DumpContents> in(Path backup) throws IOException {
    Path folder = backup.resolve(FOLDER);
    try (DataInputStream file =
        new DataInputStream(
            new BufferedInputStream(Files.newInputStream(folder.resolve("toc.dat"))))) {
      return new TocReader(file).entries().map(entries -> new DumpContents(folder, entries));
    }
  }

  /** Encoding of its texts, as PostgreSQL names it. */
  public String encoding() {
    return entries.stream()
        .filter(entry -> entry.kind().equals("ENCODING"))
        .map(entry -> ENCODING.matcher(entry.definition()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElse("UTF8");
  }

  /** The entry of a table's rows; empty where it has none. */
  public Optional<DumpEntry> rows(String schema, String table) {
    return entries.stream()
        .filter(entry -> entry.kind().equals("TABLE DATA"))
        .filter(entry -> entry.schema().equals(schema) && entry.name().equals(table))
        .findFirst();
  }

  /** How far a sequence is: what {@code setval} is given; empty where the dump has no such. */
  public Optional<Position> sequence(String schema, String name) {
    return entries.stream()
        .filter(entry -> entry.kind().equals("SEQUENCE SET"))
        .filter(entry -> entry.schema().equals(schema) && entry.name().equals(name))
        .map(entry -> SEQUENCE.matcher(entry.definition()))
        .filter(Matcher::find)
        .map(found -> new Position(Long.parseLong(found.group(1)), found.group(2).equals("true")))
        .findFirst();
  }

  /**
   * How far a sequence is.
   *
   * @param last its last value
   * @param called whether that was handed out
   */
  public record Position(long last, boolean called) {}

  /** Numbers and files of all large objects. */
  public SortedMap<Long, String> largeObjects() throws IOException {
    SortedMap<Long, String> files = new TreeMap<>();
    for (Path list : lists()) {
      for (String line : Files.readAllLines(list)) {
        int blank = line.indexOf(' ');
        files.put(Long.valueOf(line.substring(0, blank)), line.substring(blank + 1));
      }
    }
    return files;
  }

  private List<Path> lists() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> file.getFileName().toString().matches("blobs(_\\d+)?\\.toc"))
              .toList());
    }
  }

  /** The bytes of one of its files, compressed or not. */
  public InputStream open(String file) throws IOException {
    Path compressed = folder.resolve(file + ".gz");
    return Files.exists(compressed)
        ? new GZIPInputStream(Files.newInputStream(compressed), 1 << 16)
        : new BufferedInputStream(Files.newInputStream(folder.resolve(file)), 1 << 16);
  }
}
