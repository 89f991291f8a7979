package com.harena.allinone.move.postgres.dump;

import java.util.Objects;

/**
 * An entry of a dump's table of contents.
 *
 * @param kind in the words of {@code pg_dump}, such as {@code TABLE DATA}
 * @param schema of what it is about; empty without
 * @param name of what it is about
 * @param definition statements that restore it; empty for data
 * @param copy statement that loads its data; empty without
 * @param file of its data in the dump's folder, without the suffix of a compression; empty without
 */
public record DumpEntry(
    String kind, String schema, String name, String definition, String copy, String file) {
  /** Takes what is missing for empty. */
  public DumpEntry {
    schema = Objects.requireNonNullElse(schema, "");
    name = Objects.requireNonNullElse(name, "");
    definition = Objects.requireNonNullElse(definition, "");
    copy = Objects.requireNonNullElse(copy, "");
    file = Objects.requireNonNullElse(file, "");
  }
}
