package com.harena.allinone.cli;

/** Whereto a release goes when no image is named. */
enum GoingBack {
  /** To the image that was in force before. */
  PREVIOUS
}
