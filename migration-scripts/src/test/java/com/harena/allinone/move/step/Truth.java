package com.harena.allinone.move.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.move.backup.BackupProof;
import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.backup.Manifest;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Asks the servers and files whether what the journal says is so. */
final class Truth {
  private final TestMove move;
  private final MoveState state;
  private final String where;

  Truth(TestMove move, MoveState state, String where) {
    this.move = move;
    this.state = state;
    this.where = where;
  }

  void assertTold() throws IOException {
    frozenSidesAreKnown();
    backupsAreWhole();
    whoServesIsProven();
    whatIsTakenAwayIsKnown();
  }

  private void frozenSidesAreKnown() {
    for (Side side : Side.values()) {
      if (!state.isFrozen(side) && !(side == Side.SOURCE && state.serving() == Side.TARGET)) {
        assertThat(move.isFrozen(side)).as("%s: %s is frozen", where, side).isFalse();
      }
    }
  }

  private void backupsAreWhole() throws IOException {
    for (BackupRecord backup : state.backups()) {
      if (backup.finished().isEmpty()) {
        continue;
      }
      Manifest manifest =
          BackupProof.prove(
              move.folder.resolve("move.d/backups").resolve(backup.folder()), bytes -> {});
      for (String store : move.stores) {
        if (state.serving() == Side.SOURCE && MigrateStep.isThere(state, store, backup.folder())) {
          Inventory there = move.server(Side.TARGET, store).inventory();
          assertThat(there)
              .as("%s: %s of the new side", where, store)
              .isEqualTo(manifest.store(store).orElseThrow().inventory());
        }
      }
    }
  }

  private void whoServesIsProven() throws IOException {
    if (state.serving() == Side.TARGET) {
      for (String store : move.stores) {
        InventoryJson.load(move.folder.resolve("move.d/cutover").resolve(store + ".json"));
        assertThat(move.server(Side.SOURCE, store).isFrozen()).as(where).isTrue();
        assertThat(move.server(Side.TARGET, store).rows("users"))
            .as(where)
            .containsAll(move.server(Side.SOURCE, store).rows("users"));
      }
    }
    if (state.isHandedOver()) {
      assertThat(move.led).as(where).contains(Side.TARGET);
    }
  }

  private void whatIsTakenAwayIsKnown() {
    for (String part : List.of("database", "cache")) {
      boolean gone = !Files.exists(move.folder.resolve(part));
      if (state.isDestroyed(part)) {
        assertThat(gone).as("%s: %s is gone", where, part).isTrue();
      }
      if (gone) {
        assertThat(state.destroying()).as(where).contains(part);
      }
    }
    if (state.closed().isPresent()) {
      for (String store : move.stores) {
        assertThat(move.server(Side.TARGET, store).mark()).as(where).isEmpty();
      }
    }
  }
}
