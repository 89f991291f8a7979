package com.harena.allinone.bundle;

import com.harena.allinone.artefact.ArtefactList;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.compose.ComposeFile;
import com.harena.allinone.digest.Sha256;
import com.harena.allinone.metrics.AgentConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything on the instance that may change without replacing it, as one zip: the command line's
 * jar, the Compose file, {@code host.json}, the artefact list, the agent's configuration, units and
 * scripts.
 *
 * <p>The same blueprint and jar give the same bytes on every machine and at any time: entries are
 * sorted, stored rather than deflated (deflate differs between versions of zlib), dated 1980, and
 * carry no modes, since {@code bin/start} is run by {@code bash}.
 */
public final class HostBundle {
  /**
   * Exit status of {@code bin/start}, and so of {@code host boot}, for "try again later": the
   * bundle is not to blame. Any other failure below 128 makes the host remember the bundle as
   * failed and start the last good one.
   */
  public static final int TRY_AGAIN = 75;

  /** Not the first of January, which java.util.zip takes for "earlier" and writes with the zone. */
  private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /** Empty until the zip was made once: it is long, and its hash is asked for often. */
  private Optional<String> hash = Optional.empty();

  private HostBundle() {}

  /**
   * The bundle of a blueprint.
   *
   * @param commandLineJar the shaded command line, which the host runs as {@code allinone.jar}
   * @throws UncheckedIOException if the jar cannot be read
   */
  public static HostBundle of(Blueprint blueprint, Path commandLineJar) {
    HostBundle bundle = new HostBundle();
    try {
      bundle.files.put("allinone.jar", Files.readAllBytes(commandLineJar));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read the command line's jar " + commandLineJar + ": build it with mvn package",
          e);
    }
    bundle.put("agent/amazon-cloudwatch-agent.json", AgentConfiguration.of(blueprint).json());
    bundle.put("artefacts.json", ArtefactList.text());
    bundle.put("compose.yaml", ComposeFile.of(blueprint).text());
    bundle.put("host.json", HostSettings.of(blueprint).json());
    bundle.put("bin/allinone", Resource.text("bin/allinone"));
    bundle.put("bin/start", Resource.text("bin/start"));
    bundle.put("bin/spot", Resource.text("bin/spot"));
    bundle.put("docker/daemon.json", Resource.text("docker/daemon.json"));
    for (Map.Entry<String, String> unit : Units.of(blueprint).entrySet()) {
      bundle.put("units/" + unit.getKey(), unit.getValue());
    }
    return bundle;
  }

  /**
   * A copy in which one file has another text.
   *
   * @throws IllegalArgumentException if the bundle has no such file
   */
  public HostBundle with(String path, String text) {
    bytes(path);
    HostBundle changed = new HostBundle();
    changed.files.putAll(files);
    changed.put(path, text);
    return changed;
  }

  /** The paths in the bundle, sorted. */
  public SortedSet<String> paths() {
    return Collections.unmodifiableSortedSet(files.navigableKeySet());
  }

  /**
   * The text of one file.
   *
   * @throws IllegalArgumentException if the bundle has no such file
   */
  public String text(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new IllegalArgumentException(
          "the host bundle has no \"" + path + "\"; it has " + files.keySet());
    }
    return bytes;
  }

  /** SHA-256 of the zip, in lower-case hex: its name in the bucket and on the instance. */
  public String sha256() {
    if (hash.isEmpty()) {
      try {
        write(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot build the host bundle", e);
      }
    }
    return hash.orElseThrow();
  }

  /**
   * Writes the zip.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public void writeTo(Path zip) {
    try (OutputStream file = Files.newOutputStream(zip)) {
      write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the host bundle to " + zip, e);
    }
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(OutputStream target) throws IOException {
    hash = Optional.of(Sha256.ofWritten(target, this::zip));
  }

  private void zip(OutputStream target) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(target)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        CRC32 checksum = new CRC32();
        checksum.update(file.getValue());
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(DATE);
        entry.setSize(file.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
  }
}
