package com.harena.allinone.rehearsal.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that starts a server, says where it is, and waits to be killed. */
final class StartedServer {
  private StartedServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(arguments[1]);
    ServerFiles files = Checkout.servers();
    System.out.println(
        switch (arguments[0]) {
          case "postgres" -> PostgresServer.start(files, 16, folder).address();
          case "redis" -> RedisServer.start(files, folder, List.of()).address();
          default -> ElasticsearchServer.start(files, folder, Map.of()).address();
        });
    Thread.sleep(60_000);
  }
}
