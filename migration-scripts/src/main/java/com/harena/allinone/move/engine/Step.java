package com.harena.allinone.move.engine;

import java.io.IOException;
import java.util.Optional;

/** One verb of a move. */
public interface Step {
  /** Its name. */
  String name();

  /** What to say when there is nothing left to do; empty when there is. Writes nothing. */
  Optional<Result> finished(MoveSession session);

  /** Does it; a run that was interrupted is taken up where it stopped. */
  Result run(MoveSession session) throws IOException;
}
