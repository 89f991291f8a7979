package com.harena.allinone.move.progress;

import com.harena.allinone.move.store.Progress.Unit;

/**
 * A piece of work that a store has done.
 *
 * @param what the work, such as {@code copying}
 * @param seconds how long it took
 * @param amount how much it was
 * @param unit of what
 */
public record Phase(String what, double seconds, long amount, Unit unit) {}
