package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.server.Callbacks;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The handles of wait conditions: addresses, and what was signalled there. */
final class WaitHandles {
  private final Callbacks callbacks;
  private final Map<String, Signals> open = new ConcurrentHashMap<>();

  WaitHandles(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  /** Opens a handle; its address. */
  String open() {
    Signals signals = new Signals();
    String address = callbacks.open(signals::accept).toString();
    open.put(address, signals);
    return address;
  }

  /** What was signalled at an address, if it is a handle's. */
  Optional<Signals> at(String address) {
    return Optional.ofNullable(open.get(address));
  }

  /** Closes a handle. */
  void close(String address) {
    if (open.remove(address) != null) {
      callbacks.close(URI.create(address));
    }
  }
}
