package com.harena.allinone.cli.move;

import com.harena.allinone.move.store.Side;
import java.util.Map;

/** An old and a new server of one kind, as the application and a suspicious reader see them. */
interface TestStore extends AutoCloseable {
  /** Name of the store in the product's messages. */
  String name();

  /** What the product must name when the row, document or key of {@link #write} is not there. */
  String place();

  /** The old side holds the application's data and takes writes; the new side is empty. */
  void reset();

  /** Makes so many times as much of what the old side holds, and adds something very large. */
  void grow(int times);

  /** Whether the old side lets the application change something; it changes nothing. */
  boolean oldSideTakesWrites();

  /** Writes a row, document or key as the application does. */
  void write(Side side, int number);

  /** The key by which a difference shows that {@link #write} wrote something. */
  String key(int number);

  /** Everything on a side, item by item, read without any code of the product. */
  Map<String, String> content(Side side);

  @Override
  void close();
}
