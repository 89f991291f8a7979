package com.harena.allinone.move.postgres.client;

import java.util.List;

/** Somewhere client programs can be had. */
@FunctionalInterface
public interface ClientSupply {
  /** What is there; may fetch it first; empty where that is not possible. */
  List<ClientPrograms> get();
}
