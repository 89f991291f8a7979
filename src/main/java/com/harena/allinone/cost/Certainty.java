package com.harena.allinone.cost;

/** How sure a price is. */
public enum Certainty {
  /** Stated by the source that is named. */
  CITED,
  /** Stated by a secondary source only. */
  SECONDARY,
  /** Not confirmed by a source. */
  UNCONFIRMED
}
