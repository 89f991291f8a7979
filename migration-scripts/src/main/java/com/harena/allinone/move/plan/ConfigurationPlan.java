package com.harena.allinone.move.plan;

import com.harena.allinone.endpoint.SecretReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The old host's configuration.
 *
 * @param files what moves
 * @param target folder on the new side that it arrives in
 * @param own names of settings to which the new side gives values of its own
 * @param passphrase where the passphrase is that encrypts secret values in a backup
 */
public record ConfigurationPlan(
    List<Path> files, Path target, Set<String> own, Optional<SecretReference> passphrase) {
  /** Copies list and set. */
  public ConfigurationPlan {
    files = List.copyOf(files);
    own = Set.copyOf(own);
  }
}
