package com.harena.allinone.move.application;

import java.io.IOException;

/** Searches as the application does. */
public interface DocumentSearch {
  /** Of whom is asked, for messages. */
  String server();

  /**
   * How many documents a search finds in an index or through an alias, the first of which it
   * returns.
   *
   * @throws NotAsExpected if the search is refused, or finds documents and returns none
   */
  long hits(String indexOrAlias) throws IOException, InterruptedException;
}
