package com.harena.allinone.move.elasticsearch;

import java.io.IOException;

/** All documents of an index, wherever they are; can be read several times. */
@FunctionalInterface
interface Documents {
  /**
   * Reads them.
   *
   * @throws IOException if a file cannot be read
   */
  void read(IndexReader.Target target) throws IOException;
}
