package com.harena.allinone.schema;

import java.util.Locale;

/** What an update does to a resource, from harmless to impossible. */
public enum UpdateKind {
  /** Nothing changes. */
  NONE,
  /** Changed while it goes on working. */
  IN_PLACE,
  /** The same resource stays, but stops working for a while. */
  INTERRUPTION,
  /** A new resource takes its place and the old one is deleted. */
  REPLACEMENT,
  /** The blueprint's loader, CloudFormation or the service refuses the change. */
  REFUSED;

  /** The worse of two. */
  public UpdateKind worse(UpdateKind other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** As the blueprint's table writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind that a table writes. */
  public static UpdateKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
