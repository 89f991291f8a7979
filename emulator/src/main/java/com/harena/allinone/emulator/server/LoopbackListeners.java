package com.harena.allinone.emulator.server;

import com.harena.allinone.emulator.LocalFailure;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Listens on one port of 127.0.0.1 and, where this machine has it, of ::1: {@code localhost} means
 * either.
 */
final class LoopbackListeners implements AutoCloseable {
  private static final int ATTEMPTS = 20;
  private static final int BACKLOG = 200;

  static {
    // Without it every answer waits for the client's delayed acknowledgement, 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // SDKs keep connections; one that is closed under them costs a failed call.
    System.setProperty("sun.net.httpserver.idleInterval", "600");
  }

  private final List<HttpServer> servers;
  private final ExecutorService threads;

  private LoopbackListeners(List<HttpServer> servers, HttpHandler handler) {
    this.servers = servers;
    threads =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "call");
              thread.setDaemon(true);
              return thread;
            });
    for (HttpServer server : servers) {
      server.setExecutor(threads);
      server.createContext("/", exchange -> closing(handler, exchange));
      server.start();
    }
  }

  /** Listens; port 0 means a free one. */
  static LoopbackListeners open(int port, HttpHandler handler) {
    for (int attempt = 1; ; attempt++) {
      List<HttpServer> servers = new ArrayList<>();
      try {
        servers.add(listen("127.0.0.1", port));
        listenAlso(servers);
        return new LoopbackListeners(servers, handler);
      } catch (IOException e) {
        servers.forEach(server -> server.stop(0));
        if (port != 0 || attempt == ATTEMPTS) {
          throw new LocalFailure(
              "port %d of 127.0.0.1 cannot be used (%s): name another, or none for a free one"
                  .formatted(port, e.getMessage()),
              e);
        }
      }
    }
  }

  int port() {
    return servers.get(0).getAddress().getPort();
  }

  @Override
  public void close() {
    servers.forEach(server -> server.stop(0));
    threads.shutdownNow();
  }

  private static HttpServer listen(String address, int port) throws IOException {
    return HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), port), BACKLOG);
  }

  private static void listenAlso(List<HttpServer> servers) throws IOException {
    int port = servers.get(0).getAddress().getPort();
    try {
      servers.add(listen("::1", port));
    } catch (BindException e) {
      // Somebody has the port there, or this machine has no such address.
      if (String.valueOf(e.getMessage()).contains("in use")) {
        throw e;
      }
    } catch (IOException e) {
      // No IPv6 at all: localhost then means 127.0.0.1 alone.
      return;
    }
  }

  private static void closing(HttpHandler handler, HttpExchange exchange) {
    try (exchange) {
      handler.handle(exchange);
    } catch (IOException | RuntimeException e) {
      // The caller went away in mid-answer, or the answer broke: a closed connection says so.
      return;
    }
  }
}
