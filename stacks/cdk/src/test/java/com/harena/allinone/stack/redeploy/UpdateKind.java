package com.harena.allinone.stack.redeploy;

import java.util.Locale;

/** What an update does to a resource, from harmless to impossible. */
enum UpdateKind {
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

  UpdateKind worse(UpdateKind other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** As the blueprint's table writes it. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static UpdateKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
