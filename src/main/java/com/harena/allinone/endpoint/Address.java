package com.harena.allinone.endpoint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port.
 *
 * @param host name or IP address; an IPv6 address without brackets
 * @param port 1 to 65535
 */
public record Address(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([^:\\[\\]/@\\s]+)):(\\d{1,5})");

  /** Checks host and port. */
  public Address {
    if (host.isBlank()) {
      throw new IllegalArgumentException("an address without a host; allowed: HOST:PORT");
    }
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port %d; allowed: 1 to 65535".formatted(port));
    }
  }

  /**
   * Reads {@code HOST:PORT}, an IPv6 host in brackets.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static Address parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      // What stands before an @ may be a password.
      throw new IllegalArgumentException(
          "%s is no address; allowed: HOST:PORT"
              .formatted(text.contains("@") ? "(value withheld)" : "'" + text + "'"));
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new Address(host, Integer.parseInt(matcher.group(3)));
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
