package com.harena.allinone.move.store;

import java.nio.file.Path;

/**
 * What the engine lends a store for one step. Safe for several threads.
 *
 * <p>Long work calls {@link #proceed} between two portions, so that Ctrl-C ends it within a second
 * or two.
 */
public interface Work {
  /** Name of the move, 12 lower-case letters and digits: marks sessions and what is put down. */
  String move();

  /** The move's directory, which backups go into; it need not exist yet. */
  Path directory();

  /** How many connections or processes may work at once on one server; at least 1. */
  int jobs();

  /** What earlier runs of this step finished for this store. */
  Checkpoints checkpoints();

  /** Where progress is shown. */
  Progress progress();

  /**
   * Returns at once unless the move is to end.
   *
   * @throws MoveInterrupted if it is
   */
  void proceed();
}
