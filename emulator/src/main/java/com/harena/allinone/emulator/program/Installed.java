package com.harena.allinone.emulator.program;

import com.harena.allinone.emulator.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A folder that is filled once from a list of pinned packages. The stamp, written last, is the
 * digest of what it was made from; a folder without it, or with another one, is made anew.
 */
public final class Installed {
  private static final String STAMP = ".made-from";

  private Installed() {}

  /**
   * Makes the folder unless it is made; waits for another process that is making it.
   *
   * @param folder what is made
   * @param parts everything that the content depends on
   * @param making fills the empty folder, or throws
   */
  public static void once(Path folder, List<String> parts, Consumer<Path> making) {
    String digest = digest(parts);
    try {
      Files.createDirectories(folder.getParent());
      Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
      synchronized (Installed.class) {
        try (FileChannel channel =
                FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = channel.lock()) {
          if (held.isValid() && !digest.equals(stamp(folder))) {
            remove(folder);
            Files.createDirectories(folder);
            making.accept(folder);
            Files.writeString(folder.resolve(STAMP), digest);
          }
        }
      }
    } catch (IOException e) {
      throw new LocalFailure("cannot make folder %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** A text beside a class. */
  public static String resource(Class<?> owner, String name) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "no resource %s beside %s: name one of its package".formatted(name, owner.getName()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static String stamp(Path folder) throws IOException {
    Path stamp = folder.resolve(STAMP);
    return Files.exists(stamp) ? Files.readString(stamp) : "";
  }

  private static String digest(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder)) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path one : all) {
        Files.delete(one);
      }
    }
  }
}
