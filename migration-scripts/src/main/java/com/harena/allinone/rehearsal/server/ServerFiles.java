package com.harena.allinone.rehearsal.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Programs of servers, fetched when first asked for and kept below {@code .allinone/servers}.
 *
 * <p>Maven fetches them and proves their checksums; their versions are in {@code
 * migration-scripts/servers/pom.xml}. Several processes may ask at once.
 */
public final class ServerFiles {
  private static final Map<Integer, String> POSTGRES =
      new TreeMap<>(
          Map.of(
              13, "13.23.0", 14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18,
              "18.6.0"));
  private static final String ELASTICSEARCH = "8.19.21";
  private static final String REDIS = "1.4.4";

  private final Path root;
  private final MavenArchives archives;

  private ServerFiles(Path root, MavenArchives archives) {
    this.root = root;
    this.archives = archives;
  }

  /**
   * Servers kept in this checkout, or in a folder for temporary files if they cannot be run there.
   */
  public static ServerFiles of(Path checkout) {
    Path inside = checkout.toAbsolutePath().normalize().resolve(".allinone/servers");
    return new ServerFiles(
        ServerAccount.reaches(inside.resolve("any"))
            ? inside
            : Path.of("/var/tmp/allinone-servers"),
        new MavenArchives(checkout.resolve("migration-scripts/servers/pom.xml")));
  }

  /** The majors of PostgreSQL that can be had, oldest first. */
  public static List<Integer> postgresMajors() {
    return List.copyOf(POSTGRES.keySet());
  }

  /** Folder of a PostgreSQL server: {@code bin}, {@code lib}, {@code share}; no clients. */
  public Path postgres(int major) {
    String version = POSTGRES.get(major);
    if (version == null) {
      throw new ServerUnavailable(
          "no PostgreSQL %d to fetch; allowed: %s".formatted(major, postgresMajors()));
    }
    return folder("postgres-" + version, Unpacking::packedTar);
  }

  /** Folder of the Elasticsearch server. */
  public Path elasticsearch() {
    return folder("elasticsearch-" + ELASTICSEARCH, Unpacking::zip)
        .resolve("elasticsearch-" + ELASTICSEARCH);
  }

  /** The Redis server: this machine's, else one that is fetched. */
  public Path redis() {
    return Programs.find("redis-server").orElseGet(this::fetchedRedis);
  }

  Path fetchedRedis() {
    return folder("redis-" + REDIS, Unpacking::redis).resolve("redis-server");
  }

  private Path folder(String name, Unpacking unpacking) {
    Path folder = root.resolve(name);
    if (!Files.isDirectory(folder)) {
      FolderLock.under(
          root,
          () -> {
            if (!Files.isDirectory(folder)) {
              archives.fetch(name, root.resolve("new-" + name), unpacking, folder);
            }
          });
    }
    return folder;
  }
}
