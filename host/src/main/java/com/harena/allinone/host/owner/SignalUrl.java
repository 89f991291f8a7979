package com.harena.allinone.host.owner;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(address.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "(signal %s)".formatted(fingerprint().substring(0, 8));
  }
}
