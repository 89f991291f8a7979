package com.harena.allinone.endpoint;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * How a connection is protected.
 *
 * @param mode whether the server must prove who it is
 * @param authority PEM file of the certificate authorities to trust; the system's when empty
 */
public record Tls(Mode mode, Optional<Path> authority) {
  /** Verified by the system's certificate authorities: the default. */
  public static final Tls VERIFIED = new Tls(Mode.VERIFY, Optional.empty());

  /** Not protected: for loopback addresses and tunnels that protect by themselves. */
  public static final Tls OFF = new Tls(Mode.OFF, Optional.empty());

  /** Whether the server must prove who it is. */
  public enum Mode {
    /** TLS; certificate and host name are verified. */
    VERIFY,
    /** No TLS. */
    OFF
  }

  /** Checks the arguments. */
  public Tls {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(authority, "authority");
  }

  /** Whether the connection uses TLS. */
  public boolean isOn() {
    return mode == Mode.VERIFY;
  }
}
