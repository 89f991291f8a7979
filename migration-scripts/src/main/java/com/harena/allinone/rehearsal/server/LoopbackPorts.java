package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports of the loopback interface. */
final class LoopbackPorts {
  /** Below what operating systems hand out to clients, which would otherwise take it from us. */
  private static final int FIRST = 20_000;

  private static final int LAST = 31_999;
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private LoopbackPorts() {}

  /** A port that nobody listens on now, and that this process never gave before. */
  static int free() {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
      if (GIVEN.add(port) && bindable(port)) {
        return port;
      }
    }
    throw new ServerUnavailable("no free port among %d to %d on 127.0.0.1".formatted(FIRST, LAST));
  }

  private static boolean bindable(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
