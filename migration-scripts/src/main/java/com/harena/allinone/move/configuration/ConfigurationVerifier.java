package com.harena.allinone.move.configuration;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Verifier;
import com.harena.allinone.move.store.Work;
import com.harena.allinone.secret.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares names, and with the passphrase values. What only the new side has is no difference. */
final class ConfigurationVerifier implements Verifier {
  private final OldConfiguration old;
  private final ParameterWriter target;

  ConfigurationVerifier(OldConfiguration old, ParameterWriter target) {
    this.old = old;
    this.target = target;
  }

  @Override
  public Inventory inventory(Side side, Work work) {
    Map<String, SecretValue> settings = OldConfiguration.settings(old.read());
    return side == Side.SOURCE
        ? old.inventory(settings.keySet(), name -> Optional.ofNullable(settings.get(name)), target)
        : atTarget(List.copyOf(settings.keySet()));
  }

  @Override
  public Inventory inventory(Side side, Inventory comparable, Work work) {
    return side == Side.SOURCE
        ? inventory(side, work)
        : atTarget(comparable.items().stream().map(Item::name).toList());
  }

  private Inventory atTarget(List<String> wanted) {
    Set<String> there = target.names();
    return old.inventory(wanted.stream().filter(there::contains).toList(), target::value, target);
  }

  @Override
  public List<KeyDifference> locate(Item source, Item found, Work work) {
    if (source.checksum().equals(found.checksum()) && source.count() == found.count()) {
      return List.of();
    }
    return List.of(
        new KeyDifference(
            source.name(),
            target.names().contains(source.name())
                ? KeyDifference.Kind.CHANGED
                : KeyDifference.Kind.MISSING));
  }
}
