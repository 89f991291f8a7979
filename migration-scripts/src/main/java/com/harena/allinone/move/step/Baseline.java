package com.harena.allinone.move.step;

import com.harena.allinone.move.backup.InventoryJson;
import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import java.io.IOException;
import java.nio.file.Path;

/** What a side held at the cut-over, as the move's directory keeps it. */
final class Baseline {
  private Baseline() {}

  /** Reads it; a file that is missing or damaged fails the new side, whose move it proves. */
  static Inventory of(MoveSession session, Side side, String store) {
    Path file = CutoverStep.baseline(session, side, store);
    try {
      return InventoryJson.load(file);
    } catch (IOException e) {
      throw new StoreFailure(
          Side.TARGET,
          "%s, which says what the %s side held at the cut-over, cannot be read: %s; restore the file"
              .formatted(file, side == Side.TARGET ? "new" : "old", e.getMessage()),
          e);
    }
  }
}
