package com.harena.allinone.schema;

/** What a schema says of changing a property. */
public enum Mark {
  /** The resource is changed in place. */
  MUTABLE,
  /** Some changes replace the resource; the documentation tells which. */
  MAYBE,
  /** A new resource takes its place. */
  CREATE_ONLY
}
