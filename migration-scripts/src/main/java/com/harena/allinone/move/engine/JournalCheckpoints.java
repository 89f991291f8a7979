package com.harena.allinone.move.engine;

import com.harena.allinone.move.journal.Journal;
import com.harena.allinone.move.store.Checkpoints;
import java.util.Optional;

/**
 * Checkpoints of one store in one step, kept in the journal.
 *
 * @param scope step, store and backup
 */
record JournalCheckpoints(Journal journal, MoveState state, String scope) implements Checkpoints {
  @Override
  public Optional<String> find(String piece) {
    return state.checkpoint(scope, piece);
  }

  @Override
  public void done(String piece, String note) {
    journal.append(
        Entries.CHECKPOINT,
        Journal.content().put("scope", scope).put("piece", piece).put("note", note));
  }

  @Override
  public void forget(String piece) {
    if (state.checkpoint(scope, piece).isPresent()) {
      journal.append(Entries.FORGOTTEN, Journal.content().put("scope", scope).put("piece", piece));
    }
  }
}
