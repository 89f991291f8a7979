package com.harena.allinone.move.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * What a move works on.
 *
 * @param environment name of what moves
 * @param plan the file that says what moves, for messages
 * @param directory where journal and backups are
 * @param tool version of allinone
 * @param jobs connections or processes that may work at once on one server
 * @param stores what moves, in the order of the work
 * @param application asked after each comparison
 * @param traffic where users are led to
 * @param oldStack what clean-up takes away
 */
public record MoveSettings(
    String environment,
    String plan,
    Path directory,
    String tool,
    int jobs,
    List<MovedStore> stores,
    ApplicationCheck application,
    Traffic traffic,
    OldStack oldStack) {
  /** Copies the list. */
  public MoveSettings {
    stores = List.copyOf(stores);
  }
}
