package com.harena.allinone.emulator.server;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Stands before the services and sees every call: it may answer in their place, amend what is asked
 * or answered, be slow, or fail. The first one given is the outermost.
 */
@FunctionalInterface
public interface Interceptor {
  /** Answers a call, or passes it on, as it came or amended. */
  Answer intercept(Call call, Onward onward) throws IOException;

  /** The way through several, the outermost first, and then on. */
  static Onward chain(Iterable<Interceptor> interceptors, Onward end) {
    Deque<Interceptor> inwards = new ArrayDeque<>();
    interceptors.forEach(inwards::push);
    Onward way = end;
    for (Interceptor one : inwards) {
      Onward next = way;
      way = call -> one.intercept(call, next);
    }
    return way;
  }
}
