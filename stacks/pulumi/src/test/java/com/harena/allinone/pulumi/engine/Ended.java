package com.harena.allinone.pulumi.engine;

/**
 * How a command ended.
 *
 * @param code its exit code
 * @param out what it printed
 * @param said what it wrote to standard error
 */
record Ended(int code, String out, String said) {
  /** All that it wrote, for a look at a failure. */
  String text() {
    return out + said;
  }
}
