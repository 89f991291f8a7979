package com.harena.allinone.move.postgres.proof;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type as a definition writes it
 * @param value SQL expression for its value in a row {@code x}
 */
record Column(String name, String type, String value) {}
