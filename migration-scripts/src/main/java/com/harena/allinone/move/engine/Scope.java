package com.harena.allinone.move.engine;

import com.harena.allinone.move.store.Side;

/** What a store's checkpoints belong to. */
public final class Scope {
  private Scope() {}

  /** A backup of the store. */
  public static String backup(String store, String folder) {
    return "backup/" + store + "/" + folder;
  }

  /** What the move puts on the new side of the store, from the first write there to the last. */
  public static String target(String store) {
    return "migrate/" + store + "/-";
  }

  /** What keeps writes away from one side of the store. */
  public static String frozen(Side side, String store) {
    return "freeze/" + store + "/" + side.word();
  }
}
