package com.harena.allinone.move.postgres.proof;

import java.util.Locale;

/**
 * How a row becomes a number; a table's checksum is the exact sum of its rows' numbers.
 *
 * <p>Both forms hash the binary form that {@code record_send} gives, which no setting changes, to
 * 64 bits. Two tables with the same number of rows, of which any differ, have the same sum by
 * accident with a probability of 2<sup>-64</sup> each; a sum, other than an exclusive or, also sees
 * rows that are there twice. It protects against accidents, not against rows made to collide.
 */
enum RowHash {
  /** Fast; the same on every little-endian server from PostgreSQL 14 on. */
  HASH("hash_record_extended(row(record_send(%s)), 0)"),
  /** Half as fast; the same on every server. */
  MD5("('x' || substr(md5(record_send(%s)), 1, 16))::bit(64)::int8");

  private final String form;

  RowHash(String form) {
    this.form = form;
  }

  /** An SQL expression of type {@code bigint} for this row of values. */
  String of(String row) {
    return form.formatted(row);
  }

  /** What a reader of a manifest needs to compute the same. */
  String fact() {
    return "sum of " + form.formatted("row(columns by name)");
  }

  /** A checksum that equals none of the other form. */
  String checksum(String sum) {
    return prefix() + sum;
  }

  /** Whether a checksum is of this form. */
  boolean isOf(String checksum) {
    return checksum.startsWith(prefix());
  }

  private String prefix() {
    return name().toLowerCase(Locale.ROOT) + ":";
  }
}
