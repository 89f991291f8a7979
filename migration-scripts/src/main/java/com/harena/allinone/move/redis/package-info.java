/**
 * Moves every key of a Redis server, in all its logical databases, and proves that each arrived
 * with its type, its value and its remaining life.
 *
 * <p><b>Reading.</b> {@code SCAN}, then {@code DUMP} and the absolute expiry of each key in one
 * pipeline. A reply of any size is read in pieces, so the heap needed does not grow with a key; it
 * does with one element, field, member or stream entry, which is held as a whole (some 32 MiB at
 * most in a heap of 128 MiB). A key written to while the pipeline runs is copied as it was at its
 * own {@code DUMP}: a backup of a serving source is exact key by key, not one moment in all. The
 * cut-over freezes the source and compares it live.
 *
 * <p><b>Checksums</b> come from the value itself, never from its encoding, so they are the same on
 * servers of different versions: see {@link com.harena.allinone.move.redis.KeyDigest}.
 *
 * <p><b>Expiry</b> is compared to the millisecond. A difference of up to {@link
 * com.harena.allinone.move.redis.KeyComparison#TOLERANCE} is no difference when keys are compared
 * one by one, and neither is a key that expired between the two readings.
 */
package com.harena.allinone.move.redis;
