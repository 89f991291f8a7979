package com.harena.allinone.blueprint;

/** How the instance is bought. */
public enum Purchase {
  /** A persistent Spot request whose instance is stopped, not terminated, on interruption. */
  SPOT,
  /** A one-time Spot request: cannot be stopped, so it excludes opening hours. */
  ONE_TIME_SPOT,
  /** On demand: about twice the Spot price, never interrupted. */
  ON_DEMAND
}
