package com.harena.allinone.move.postgres;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.Tls;
import com.harena.allinone.rehearsal.server.PostgresServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Compares two databases in a process of its own that has 24 MiB of heap. */
final class SmallHeap {
  private SmallHeap() {}

  /** What differs, each with the number of keys that were named. */
  static List<String> differing(Address source, Address target, String database)
      throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                source.toString(),
                target.toString(),
                database)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = java.inputReader()) {
      List<String> lines = output.lines().toList();
      return java.waitFor() == 0 ? lines : List.of("exit " + java.exitValue());
    } finally {
      java.destroyForcibly();
    }
  }

  /** Prints what differs between the database on these two servers. */
  public static void main(String[] arguments) {
    TwoSides sides =
        new TwoSides(endpoint(arguments[0], arguments[2]), endpoint(arguments[1], arguments[2]));
    TwoSides.keys(sides.live())
        .forEach((item, keys) -> System.out.println(item + " " + keys.size()));
  }

  private static PostgresEndpoint endpoint(String address, String database) {
    return new PostgresEndpoint(
        Address.parse(address), database, PostgresServer.SUPERUSER, Optional.empty(), Tls.OFF);
  }
}
