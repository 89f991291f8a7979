package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Checkpoints;
import com.harena.allinone.move.store.Progress;
import com.harena.allinone.move.store.Work;
import java.nio.file.Path;

/**
 * What a store is lent for one step.
 *
 * @param pause returns, or throws when the move is to end
 */
record StoreWork(
    String move,
    Path directory,
    int jobs,
    Checkpoints checkpoints,
    Progress progress,
    Runnable pause)
    implements Work {
  @Override
  public void proceed() {
    pause.run();
  }
}
