package com.harena.allinone.move.elasticsearch;

import java.io.IOException;

/** Takes documents one by one. */
@FunctionalInterface
interface DocumentConsumer {
  /**
   * Takes a document, which is valid only until this returns.
   *
   * @throws IOException if a file cannot be written
   */
  void accept(Document document) throws IOException;
}
