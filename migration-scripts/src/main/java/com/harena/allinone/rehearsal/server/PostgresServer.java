package com.harena.allinone.rehearsal.server;

import com.harena.allinone.endpoint.Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server on a free loopback port, whose superuser {@code postgres} needs no password.
 *
 * <p>Its data folder is {@code data} in the folder given; a folder that was used before is used
 * again. UTF-8, the locale C unless the arguments of {@code initdb} say otherwise.
 */
public final class PostgresServer extends LoopbackServer {
  /** Settings for data that may be lost when the machine fails. */
  public static final List<String> QUICK =
      List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=4GB");

  /** Its superuser. */
  public static final String SUPERUSER = "postgres";

  private final int major;
  private final Path programs;
  private final Path folder;
  private final List<String> settings;

  private PostgresServer(int major, Path programs, Path folder, List<String> settings) {
    super("INT");
    this.major = major;
    this.programs = programs;
    this.folder = folder;
    this.settings = List.copyOf(settings);
  }

  /** Starts a server that keeps what it committed, with the settings of its distribution. */
  public static PostgresServer start(ServerFiles files, int major, Path folder) {
    return start(files, major, folder, List.of());
  }

  /**
   * Starts a server.
   *
   * @param settings of the server, each {@code name=value}
   */
  public static PostgresServer start(
      ServerFiles files, int major, Path folder, List<String> settings) {
    return start(files, major, folder, settings, List.of());
  }

  /**
   * Starts a server.
   *
   * @param initialization more arguments of {@code initdb}, such as {@code --locale=C.UTF-8}
   */
  public static PostgresServer start(
      ServerFiles files,
      int major,
      Path folder,
      List<String> settings,
      List<String> initialization) {
    Path programs = files.postgres(major).resolve("bin");
    PostgresServer server = new PostgresServer(major, programs, folder.toAbsolutePath(), settings);
    ServerAccount.own(server.folder);
    server.initialize(initialization);
    server.run();
    return server;
  }

  private void initialize(List<String> more) {
    if (Files.exists(data().resolve("PG_VERSION"))) {
      return;
    }
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("initdb").toString());
    command.addAll(List.of("-D", data().toString(), "-U", SUPERUSER, "-A", "trust", "--no-sync"));
    command.addAll(List.of("-E", "UTF8", "--locale=C"));
    command.addAll(more);
    Programs.Result result =
        Programs.run(new ProcessBuilder(ServerAccount.command(command)).directory(folder.toFile()));
    if (result.failed()) {
      throw new ServerUnavailable(
          "initdb of PostgreSQL %d failed in %s: %s".formatted(major, folder, result.output()));
    }
  }

  @Override
  ServerProcess launch(Address candidate) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(programs.resolve("postgres").toString(), "-D", data().toString()));
    List<String> all =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + candidate.port(),
                "unix_socket_directories="));
    all.addAll(settings);
    all.forEach(setting -> command.addAll(List.of("-c", setting)));
    ServerProcess started =
        ServerProcess.start("PostgreSQL " + major, folder, "QUIT", command, Map.of());
    started.await(Duration.ofMinutes(1), () -> serves(candidate));
    return started;
  }

  private static boolean serves(Address address) {
    try (Connection connection = connect(address, "postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static Connection connect(Address address, String database) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s/%s?sslmode=disable&connectTimeout=5".formatted(address, database),
        SUPERUSER,
        "");
  }

  /** Its major version. */
  public int major() {
    return major;
  }

  /** Its data folder, with {@code pg_hba.conf}. */
  public Path data() {
    return folder.resolve("data");
  }

  /** Connects as the superuser. */
  public Connection connect(String database) throws SQLException {
    return connect(address(), database);
  }

  /** Runs statements as the superuser, in one transaction when there are several. */
  public void execute(String database, String sql) {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "PostgreSQL %s/%s: %s".formatted(address(), database, e.getMessage()), e);
    }
  }
}
