package com.harena.allinone.host.container;

import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.command.ProcessCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real PostgreSQL server set up as the image's entry point does it: trust on the local socket,
 * SCRAM over the network. What is to run in the container runs here, without a terminal as there.
 */
final class LocalDatabase implements Commands, AutoCloseable {
  private static final String USER = "harena";

  private final Commands real = new ProcessCommands();
  private final Path folder;
  private final int port;

  LocalDatabase(String password) throws IOException {
    OptionalPart.need(
        "postgres",
        "root".equals(System.getProperty("user.name"))
            && real.attempt(Command.of("sh", "-c", "command -v initdb pg_ctl psql")).succeeded(),
        "initdb, pg_ctl and psql on the path, and root to run them as nobody");
    folder = Files.createTempDirectory("allinone-postgres");
    port = freePort();
    Files.writeString(folder.resolve("password"), password);
    real.run("chown", "--recursive", "nobody", folder.toString());
    asNobody(
        "initdb",
        "--pgdata=" + folder.resolve("data"),
        "--username=" + USER,
        "--pwfile=" + folder.resolve("password"),
        "--auth-local=trust",
        "--auth-host=scram-sha-256");
    asNobody(
        "pg_ctl",
        "start",
        "--wait",
        "--pgdata=" + folder.resolve("data"),
        "--log=" + log(),
        "--options=-p %d -k %s -c log_statement=all -c log_min_error_statement=info"
            .formatted(port, folder));
  }

  Path log() {
    return folder.resolve("log");
  }

  @Override
  public CommandResult attempt(Command command) {
    List<String> words = command.words();
    Command here =
        Command.of("setsid", "--wait", "sh", "-c", words.get(words.size() - 1))
            .with("POSTGRES_USER", USER)
            .with("POSTGRES_DB", "postgres")
            .with("PGPORT", "" + port)
            .with("PGHOST", folder.toString());
    return real.attempt(command.input().map(here::reading).orElse(here));
  }

  private void asNobody(String... words) {
    real.run(
        Command.of(
            Stream.concat(Stream.of("runuser", "--user=nobody", "--"), Stream.of(words)).toList()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    asNobody("pg_ctl", "stop", "--mode=immediate", "--pgdata=" + folder.resolve("data"));
    real.run("rm", "--recursive", "--force", folder.toString());
  }
}
