package com.harena.allinone.move.postgres.proof;

/**
 * How one side's catalogue is read.
 *
 * @param basis what both sides agree on
 * @param owners how roles are named
 * @param major version of this side's server
 */
record Lens(Basis basis, Owners owners, int major) {
  /** The first where this server has at least that version, else the second. */
  String from(int version, String then, String otherwise) {
    return major >= version ? then : otherwise;
  }

  /** The first where both servers have at least that version, else the second. */
  String both(int version, String then, String otherwise) {
    return basis.before(version) ? otherwise : from(version, then, otherwise);
  }
}
