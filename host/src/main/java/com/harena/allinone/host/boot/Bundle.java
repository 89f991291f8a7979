package com.harena.allinone.host.boot;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.release.BundleFault;
import com.harena.allinone.host.release.BundleReference;
import java.nio.file.Path;

/**
 * The unpacked host bundle that this run applies.
 *
 * @param folder where it is, named by its hash
 * @param settings its {@code host.json}
 */
public record Bundle(Path folder, HostSettings settings) {
  private static final Path FAILED = Path.of("/opt/allinone/failed");

  /**
   * Reads the bundle.
   *
   * @throws BundleFault if it is not one that this version reads
   */
  public static Bundle read(HostFiles files, Path folder) {
    try {
      return new Bundle(folder, HostSettings.read(text(files, folder.resolve("host.json"))));
    } catch (IllegalArgumentException e) {
      throw new BundleFault(e.getMessage(), e);
    }
  }

  /** The text of one of its files. */
  public String text(HostFiles files, String path) {
    return text(files, folder.resolve(path));
  }

  /**
   * Whether another bundle is to run by now: the parameter names another one than this, and that
   * one has not failed here.
   */
  boolean supersededBy(HostFiles files, BundleReference named) {
    String own = folder.getFileName().toString();
    return own.matches("[0-9a-f]{64}")
        && !named.sha256().equals(own)
        && !files.exists(FAILED.resolve(named.sha256()));
  }

  private static String text(HostFiles files, Path file) {
    return files
        .read(file)
        .orElseThrow(() -> new BundleFault("the host bundle has no " + file.getFileName()));
  }
}
