package com.harena.allinone.emulator.server;

import java.io.IOException;

/** The way on of a call: the next interceptor, in the end the service. */
@FunctionalInterface
public interface Onward {
  /** Passes a call on and returns its answer. */
  Answer pass(Call call) throws IOException;
}
