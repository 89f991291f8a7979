package com.harena.allinone.host.owner;

import com.harena.allinone.digest.Sha256;
import java.net.URI;

/**
 * Where the owner says that it serves: a signed address, which whoever reads it may use, so it is
 * never shown.
 *
 * @param address the signed address
 */
public record SignalUrl(URI address) {
  /** Refuses an address of another kind. */
  public SignalUrl {
    String scheme = address.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new IllegalArgumentException(
          "signal is not a web address: give the URL of a wait handle, or none");
    }
  }

  /** Hex SHA-256 of the address: names it without giving it away. */
  public String fingerprint() {
    return Sha256.of(address.toString());
  }

  @Override
  public String toString() {
    return "(signal %s)".formatted(fingerprint().substring(0, 8));
  }
}
