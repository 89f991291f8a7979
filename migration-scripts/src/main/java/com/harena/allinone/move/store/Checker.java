package com.harena.allinone.move.store;

import java.util.List;

/** Looks for whatever would make the move of a store fail; writes nothing anywhere. */
public interface Checker {
  /**
   * Everything found, at once. A server that cannot be reached is a finding too, never an
   * exception; what can still be checked is.
   */
  List<Finding> check(Work work);
}
