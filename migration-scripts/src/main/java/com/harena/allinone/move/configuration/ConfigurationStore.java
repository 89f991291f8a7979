package com.harena.allinone.move.configuration;

import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.store.Checker;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Store;
import com.harena.allinone.move.store.Verifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The old host's environment files and systemd units. */
public final class ConfigurationStore implements Store {
  private final OldConfiguration old;
  private final ParameterWriter target;

  /**
   * Files of the old host, and the place of their settings on the new one.
   *
   * @param files as they lie here; the first that names a setting says its value
   * @param passphrase encrypts the values; they are left out without one
   * @param target where the settings go
   */
  public ConfigurationStore(
      List<Path> files,
      Optional<SecretReference> passphrase,
      SecretSource secrets,
      ParameterWriter target) {
    this(OldConfiguration.ofFiles(files, passphrase, secrets), target);
  }

  private ConfigurationStore(OldConfiguration old, ParameterWriter target) {
    this.old = old;
    this.target = target;
  }

  /** Settings as the new side has them, for a backup of that. */
  public static Store ofNewSide(
      ParameterWriter settings, Optional<SecretReference> passphrase, SecretSource secrets) {
    return new ConfigurationStore(
        OldConfiguration.ofSettings(settings, passphrase, secrets), settings);
  }

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public Checker checker() {
    return new ConfigurationChecker(old, target);
  }

  @Override
  public Source source() {
    return new ConfigurationSource(old, target);
  }

  @Override
  public Sink sink() {
    return new ConfigurationSink(old, target);
  }

  @Override
  public Verifier verifier() {
    return new ConfigurationVerifier(old, target);
  }
}
