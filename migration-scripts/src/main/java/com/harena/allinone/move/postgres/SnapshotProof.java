package com.harena.allinone.move.postgres;

import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Work;
import java.util.Optional;

/** Reads the inventory of one side, through an exported snapshot where one is given. */
@FunctionalInterface
interface SnapshotProof {
  Inventory read(Side side, Optional<String> snapshot, Work work);
}
