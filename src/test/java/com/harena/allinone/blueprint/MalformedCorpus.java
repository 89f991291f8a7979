package com.harena.allinone.blueprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The corpus: files that end with comments {@code # expect LINE: words | more words}, and those too
 * big or too binary to be kept as files.
 */
final class MalformedCorpus {
  private static final String MARK = "# expect ";

  private MalformedCorpus() {}

  static List<Malformed> all() {
    return Stream.concat(files(), made()).toList();
  }

  static Stream<Malformed> files() {
    Path folder =
        Path.of(System.getProperty("allinone.checkout"), "src/test/resources/blueprints/malformed");
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().map(MalformedCorpus::file).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Malformed file(Path path) {
    try {
      String text = Files.readString(path);
      return new Malformed(
          path.getFileName().toString().replace(".yaml", ""),
          new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
          text.lines()
              .filter(line -> line.startsWith(MARK))
              .map(line -> Malformed.Expected.parse(line.substring(MARK.length())))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Malformed> made() {
    byte[] junk = new byte[4096];
    new Random(1).nextBytes(junk);
    StringBuilder keys = new StringBuilder();
    for (int key = 0; keys.length() < 200_000; key++) {
      keys.append("key").append(key).append(": 1\n");
    }
    return Stream.of(
        made("empty", "", "1: holds no blueprint"),
        made("junk", junk, "1: is not UTF-8 text"),
        made("zip", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 8}, "1: control character U+0003"),
        made("utf-16", "name: harena\n".getBytes(StandardCharsets.UTF_16), "1: is not UTF-8 text"),
        made(
            "latin-1",
            "name: harena\nzone: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1),
            "2: is not UTF-8 text"),
        made("nul", "name: harena\nregion: eu\0west\n", "2: control character U+0000"),
        made("ten-megabytes", "name: harena\n".repeat(800_000), "1: too large | at most 256 KiB"),
        made("ten-megabytes-in-one-line", "x".repeat(10_000_000), "1: too large"),
        made("brackets", "tags: " + "[".repeat(100_000), "1: nested too deeply | at most 16"),
        made("braces", "{a: ".repeat(40_000), "1: nested too deeply"),
        made(
            "very-long-value",
            "name: " + "a-".repeat(100_000) + "\n",
            "1: name is not valid: \"a-a-a-",
            "1: region is missing",
            "1: zone is missing",
            "1: services is missing",
            "1: alarms is missing",
            "1: budget is missing"),
        made("thousands-of-keys", keys.toString(), "2000: too many keys and values"));
  }

  private static Malformed made(String name, String text, String... expected) {
    return made(name, text.getBytes(StandardCharsets.UTF_8), expected);
  }

  private static Malformed made(String name, byte[] bytes, String... expected) {
    return new Malformed(
        name,
        new String(bytes, StandardCharsets.ISO_8859_1),
        Stream.of(expected).map(Malformed.Expected::parse).toList());
  }
}
