package com.harena.allinone.artefact;

import com.harena.allinone.blueprint.Architecture;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file that the boot fetches once, checks, keeps on the data volume and installs.
 *
 * @param name its name, such as {@code docker-compose}
 * @param version its version, such as {@code 2.40.0}
 * @param path where it is installed, executable
 * @param downloads the file for each architecture
 */
public record Artefact(
    String name, String version, String path, Map<Architecture, Download> downloads) {
  /** Refuses an artefact that some machine of a blueprint could not have. */
  public Artefact {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException(
          "path \"%s\" of %s, allowed: an absolute path".formatted(path, name));
    }
    for (Architecture architecture : Architecture.values()) {
      if (!downloads.containsKey(architecture)) {
        throw new IllegalArgumentException(
            "%s %s has no download for %s".formatted(name, version, architecture));
      }
    }
    downloads = Collections.unmodifiableMap(new EnumMap<>(downloads));
  }

  /**
   * Name of the file on the data volume and under the release prefix of the backup bucket, such as
   * {@code docker-compose-2.40.0-arm64}.
   */
  public String fileName(Architecture architecture) {
    return "%s-%s-%s".formatted(name, version, architecture.name().toLowerCase(Locale.ROOT));
  }
}
