package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.MoveState;
import com.harena.allinone.move.engine.NextStep;
import com.harena.allinone.move.store.Side;
import java.util.List;
import java.util.Optional;

/**
 * What a journal says of a move, apart from names and times.
 *
 * @param serving who serves
 * @param led where users are led to
 * @param oldFrozen whether the old side may be frozen
 * @param newFrozen whether the new side may be
 * @param handedOver whether the cut-over is finished
 * @param backedUp whether there is a backup
 * @param stale whether it is out of date
 * @param there stores that the new side holds as that backup has them
 * @param proven whether the sides were found equal
 * @param closed whether clean-up has ended the move
 * @param next the step that the operator is told to do
 */
record Claims(
    Side serving,
    Optional<Side> led,
    boolean oldFrozen,
    boolean newFrozen,
    boolean handedOver,
    boolean backedUp,
    boolean stale,
    List<String> there,
    boolean proven,
    boolean closed,
    Optional<String> next) {
  static Claims of(TestMove move, MoveState state) {
    return new Claims(
        state.serving(),
        move.led,
        state.isFrozen(Side.SOURCE),
        state.isFrozen(Side.TARGET),
        state.isHandedOver(),
        state.currentBackup().isPresent(),
        state.isBackupStale(),
        move.stores.stream().filter(it -> isThere(state, it)).toList(),
        state.isProven(),
        state.closed().isPresent(),
        NextStep.of(state, move.settings()).map(NextStep::verb));
  }

  /** Whether the new side holds the current backup of a store. */
  static boolean isThere(MoveState state, String store) {
    return state.currentBackup().isPresent()
        && MigrateStep.isThere(state, store, state.currentBackup().get().folder());
  }
}
