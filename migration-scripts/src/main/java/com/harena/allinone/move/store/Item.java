package com.harena.allinone.move.store;

import java.util.Objects;

/**
 * One thing that must arrive: a table's rows, a sequence, a function's definition, an index's
 * documents.
 *
 * @param kind what it is, in the store's own term: {@code table}, {@code sequence}, {@code mapping}
 * @param name its full name, unique among items of its kind
 * @param count how many rows, documents or keys it has; 1 for a definition
 * @param checksum independent of the order of rows, documents or keys
 * @param detail what a reader compares when the checksum of a definition differs: the definition
 *     itself, or a word for what else is known of data that another item counts; empty for data
 */
public record Item(String kind, String name, long count, String checksum, String detail) {
  /** Checks that nothing is missing. */
  public Item {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(checksum, "checksum");
    Objects.requireNonNull(detail, "detail");
  }
}
