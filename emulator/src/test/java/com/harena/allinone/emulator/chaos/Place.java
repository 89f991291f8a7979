package com.harena.allinone.emulator.chaos;

/**
 * A call to a service, by whose sake it is made.
 *
 * @param resource the resource's name in the template; empty before the first resource's turn
 * @param work what is done with it: CREATE, UPDATE, DELETE; empty before the first resource's turn
 * @param call which call of this work it is, from 0 on
 */
record Place(String resource, String work, int call) {
  /** Whether it belongs to a resource. */
  boolean ofAResource() {
    return !resource.isEmpty();
  }
}
