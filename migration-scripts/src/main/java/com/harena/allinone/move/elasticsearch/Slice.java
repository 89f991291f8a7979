package com.harena.allinone.move.elasticsearch;

/** One of the parts in which an index is read at once. */
record Slice(int number, int of) {}
