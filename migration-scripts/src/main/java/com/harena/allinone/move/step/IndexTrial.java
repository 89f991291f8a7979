package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.backup.StoredInventory;
import com.harena.allinone.move.elasticsearch.IndexDrill;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.progress.Amounts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Restores the indices of a backup for a trial, beside those that serve, and removes them. */
public final class IndexTrial implements Step {
  private static final String STORE = "elasticsearch";

  private final Path folder;
  private final IndexDrill drill;

  /** Tries the backup of that folder on the drill's cluster. */
  public IndexTrial(Path folder, IndexDrill drill) {
    this.folder = folder;
    this.drill = drill;
  }

  @Override
  public String name() {
    return "trial";
  }

  @Override
  public Optional<Result> finished(MoveSession session) {
    return Optional.empty();
  }

  @Override
  public Result run(MoveSession session) throws IOException {
    Manifest manifest = ProvenBackup.manifest(session, folder);
    Optional<StoredInventory> stored = manifest.store(STORE);
    if (stored.isEmpty()) {
      return Result.refused("%s holds nothing of %s".formatted(folder, STORE));
    }
    List<String> differing =
        session.look(
            STORE, work -> drill.run(folder.resolve(STORE), stored.get().inventory(), work));
    return differing.isEmpty()
        ? Result.done("the indices of %s could be restored, and are equal".formatted(folder))
        : Result.of(
            Outcome.DIFFERS,
            "%s of %s: %s"
                .formatted(
                    Amounts.count(differing.size(), "index differs", "indices differ"),
                    folder,
                    String.join("; ", differing)));
  }
}
