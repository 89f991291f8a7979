package com.harena.allinone.move.configuration;

import com.harena.allinone.secret.SecretValue;

/**
 * A name and its value.
 *
 * @param name as environments allow it
 */
record Setting(String name, SecretValue value) {
  /** What a name looks like. */
  static final String NAME = "[A-Za-z_][A-Za-z0-9_]{0,254}";
}
