package com.harena.allinone.host.boot;

import com.harena.allinone.host.timing.Patience;
import java.util.Optional;

/**
 * One step of the boot: does nothing when it was done before.
 *
 * @param name as the journal shows it
 * @param blame whom a failure speaks against
 * @param patience how long to repeat it when it fails; without, the first failure ends the boot
 * @param work what it does
 */
public record Step(String name, Blame blame, Optional<Patience> patience, Runnable work) {
  /** Whom a failure speaks against. */
  public enum Blame {
    /** AWS, the network, another instance, an operator: the same bundle is tried again. */
    SURROUNDINGS,
    /** The host bundle: the last good one serves instead, and this one is not tried again. */
    BUNDLE
  }

  /** A step that does not speak against the bundle when it fails. */
  public static Step of(String name, Runnable work) {
    return new Step(name, Blame.SURROUNDINGS, Optional.empty(), work);
  }

  /** A step of which the bundle is to blame when it fails. */
  public static Step ofBundle(String name, Runnable work) {
    return new Step(name, Blame.BUNDLE, Optional.empty(), work);
  }

  /** The same, repeated for a while when it fails. */
  public Step repeatedFor(Patience time) {
    return new Step(name, blame, Optional.of(time), work);
  }
}
