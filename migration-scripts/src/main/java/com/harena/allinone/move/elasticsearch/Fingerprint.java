package com.harena.allinone.move.elasticsearch;

/** The hash of one document. */
record Fingerprint(long high, long low) {}
