package com.harena.allinone.move.redis;

import com.harena.allinone.move.store.Work;
import java.util.List;

/** The first way that the server permits. */
final class FirstPermittedStop implements WriteStop {
  private final List<WriteStop> ways =
      List.of(new ReplicaCountStop(), new PausedWrites(), new ObservedSilence());

  @Override
  public void stop(Server server, Work work) {
    CommandRefused refusal = null;
    for (WriteStop way : ways) {
      try {
        way.stop(server, work);
        return;
      } catch (CommandRefused e) {
        refusal = e;
      }
    }
    throw refusal;
  }

  @Override
  public void resume(Server server, Work work) {
    for (WriteStop way : ways) {
      try {
        way.resume(server, work);
      } catch (CommandRefused e) {
        // A way that the server does not permit was not taken either.
      }
    }
  }
}
