package com.harena.allinone.move.configuration;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Sink;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.move.store.Work;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives the new side the settings that it has not; never another value to one that it has. */
final class ConfigurationSink implements Sink {
  private static final String PIECE = "setting ";

  private final OldConfiguration old;
  private final ParameterWriter target;

  ConfigurationSink(OldConfiguration old, ParameterWriter target) {
    this.old = old;
    this.target = target;
  }

  private List<String> ours(Work work) {
    return target.names().stream()
        .filter(name -> work.checkpoints().find(PIECE + name).isPresent())
        .toList();
  }

  /** Never foreign: what is there stays, whoever put it there. */
  @Override
  public Occupancy occupancy(Work work) {
    List<String> ours = ours(work);
    return ours.isEmpty()
        ? new Occupancy(Occupancy.State.EMPTY, List.of())
        : new Occupancy(Occupancy.State.OURS, ours.stream().limit(20).toList());
  }

  @Override
  public void restore(Path folder, Inventory contents, Work work) throws IOException {
    Map<String, Optional<SecretValue>> settings =
        new ConfigurationBackup(folder).settings(old.vault());
    work.progress().begin("restoring", settings.size(), Progress.Unit.ITEMS);
    Set<String> there = target.names();
    Set<String> missing = new TreeSet<>();
    settings.forEach(
        (name, value) -> {
          work.proceed();
          if (!there.contains(name) && value.isPresent()) {
            work.checkpoints().done(PIECE + name, "");
            target.put(name, value.get());
          } else if (!there.contains(name)) {
            missing.add(name);
          }
          work.progress().advance(1);
        });
    if (!missing.isEmpty()) {
      throw new StoreFailure(
          Side.TARGET,
          "%s (target) lacks settings whose values the backup leaves out: %s; set them there, then run"
                  .formatted(target.place(), String.join(", ", missing))
              + " the same command again");
    }
  }

  @Override
  public void clear(Work work) {
    for (String name : ours(work)) {
      target.remove(name);
      work.checkpoints().forget(PIECE + name);
    }
  }

  @Override
  public void finish(Work work) {
    // There is no mark.
  }
}
