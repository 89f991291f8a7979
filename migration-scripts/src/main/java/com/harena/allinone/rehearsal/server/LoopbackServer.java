package com.harena.allinone.rehearsal.server;

import com.harena.allinone.endpoint.Address;

/** A server of this machine on a free loopback port, which it keeps over a restart. */
abstract sealed class LoopbackServer implements AutoCloseable
    permits PostgresServer, ElasticsearchServer, RedisServer {
  private static final int ATTEMPTS = 3;

  private final String signal;
  private Address address;
  private ServerProcess process;

  /**
   * A server that does not run yet.
   *
   * @param signal what ends it in good order, such as {@code TERM}
   */
  LoopbackServer(String signal) {
    this.signal = signal;
  }

  /** Starts it there, and waits until it serves. */
  abstract ServerProcess launch(Address candidate);

  /** Starts it; on another port if somebody took the one that was free. */
  final void run() {
    for (int attempt = 1; process == null; attempt++) {
      Address candidate =
          address == null ? new Address("127.0.0.1", LoopbackPorts.free()) : address;
      try {
        process = launch(candidate);
      } catch (ServerUnavailable e) {
        if (attempt == ATTEMPTS || address != null || !e.getMessage().contains("in use")) {
          throw e;
        }
        continue;
      }
      address = candidate;
    }
  }

  /** Where it listens; the same after a restart. */
  public final Address address() {
    return address;
  }

  /** Ends it in good order. */
  public final void stop() {
    process.stop(signal);
  }

  /** Ends it, and all its processes, as {@code kill -9} does. */
  public final void kill() {
    process.kill();
  }

  /** Starts it again on the same port with what it kept. */
  public final void restart() {
    stop();
    process = null;
    run();
  }

  /** Halts all its processes where they are; connections stay open and get no answer. */
  public final void suspend() {
    process.suspend();
  }

  /** Lets them go on. */
  public final void resume() {
    process.resume();
  }

  /** Ends it at once. */
  @Override
  public final void close() {
    process.kill();
  }
}
