package com.harena.allinone.host.remote;

/** Starting instances: what an operator may and the instances themselves may not. */
public interface Starts {
  /** Asks the instance to start. */
  void start(String instance);
}
