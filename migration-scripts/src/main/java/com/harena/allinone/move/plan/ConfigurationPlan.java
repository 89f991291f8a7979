package com.harena.allinone.move.plan;

import com.harena.allinone.endpoint.SecretReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The old host's configuration.
 *
 * @param files what moves
 * @param target folder on the new side that it arrives in
 * @param passphrase where the passphrase is that encrypts secret values in a backup
 */
public record ConfigurationPlan(
    List<Path> files, Path target, Optional<SecretReference> passphrase) {
  /** Copies the list. */
  public ConfigurationPlan {
    files = List.copyOf(files);
  }
}
