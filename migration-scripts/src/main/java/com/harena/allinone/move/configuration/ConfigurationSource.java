package com.harena.allinone.move.configuration;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Source;
import com.harena.allinone.move.store.Work;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes names, and values where there is a passphrase. */
final class ConfigurationSource implements Source {
  private final OldConfiguration old;
  private final ParameterWriter target;

  ConfigurationSource(OldConfiguration old, ParameterWriter target) {
    this.old = old;
    this.target = target;
  }

  @Override
  public Inventory backUp(Path folder, Work work) throws IOException {
    work.progress().begin("copying", old.paths().size(), Progress.Unit.ITEMS);
    List<SettingsFile> files = old.read();
    new ConfigurationBackup(folder).write(files, old.vault());
    work.progress().advance(files.size());
    Map<String, SecretValue> settings = OldConfiguration.settings(files);
    return old.inventory(
        settings.keySet(), name -> Optional.ofNullable(settings.get(name)), target);
  }

  @Override
  public void freeze(Work work) {
    // Nobody but the operator writes these files.
  }

  @Override
  public void unfreeze(Work work) {
    // Nothing is frozen.
  }
}
