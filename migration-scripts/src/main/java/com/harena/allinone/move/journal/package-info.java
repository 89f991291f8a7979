/**
 * What a move has done, on disk before it is believed.
 *
 * <p>A move has one directory: {@code journal.ndjson}, to which lines are only ever added, and
 * {@code lock}, which one process holds and which dies with it.
 */
package com.harena.allinone.move.journal;
