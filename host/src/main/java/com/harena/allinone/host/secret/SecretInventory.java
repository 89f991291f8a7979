package com.harena.allinone.host.secret;

import java.util.List;

/**
 * The secrets of a deployment, without values.
 *
 * @param needed those that the services need, sorted by name
 * @param others names of those that are there and that no service needs, sorted
 */
public record SecretInventory(List<SecretState> needed, List<String> others) {
  /** Copies the lists. */
  public SecretInventory {
    needed = List.copyOf(needed);
    others = List.copyOf(others);
  }
}
