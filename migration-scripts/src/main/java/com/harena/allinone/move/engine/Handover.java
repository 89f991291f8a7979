package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Who serves, and who is kept from being written to. */
final class Handover {
  private final Set<Side> frozen = EnumSet.noneOf(Side.class);
  private Side serving = Side.SOURCE;
  private Optional<Instant> since = Optional.empty();
  private boolean switched;

  void freeze(Side side, boolean on) {
    if (on) {
      frozen.add(side);
    } else {
      frozen.remove(side);
    }
  }

  void serve(Side side, Instant at) {
    serving = side;
    since = Optional.of(at);
    switched = false;
  }

  void finish() {
    switched = true;
  }

  boolean isFrozen(Side side) {
    return frozen.contains(side);
  }

  Side serving() {
    return serving;
  }

  Optional<Instant> since() {
    return since;
  }

  boolean isFinished() {
    return serving == Side.TARGET && switched && !isFrozen(Side.TARGET);
  }

  boolean isRolledBack() {
    return serving == Side.SOURCE && since.isPresent();
  }
}
