package com.harena.allinone.move.engine;

/**
 * Where a store moves from and to, in the words of its plan.
 *
 * @param source its old server
 * @param target its new server
 */
record Route(String source, String target) {}
