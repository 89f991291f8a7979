package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.Store;
import java.util.function.Supplier;

/**
 * A store with the words for its two sides.
 *
 * @param store the store
 * @param source its old server
 * @param target its new server
 * @param newSide a store whose source is the new server, for a backup of that
 */
public record MovedStore(Store store, String source, String target, Supplier<Store> newSide) {
  /** The store whose source is that side. */
  public Store of(Side side) {
    return side == Side.SOURCE ? store : newSide.get();
  }

  /** The words for that side. */
  public String place(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** Name of the store. */
  public String name() {
    return store.name();
  }
}
