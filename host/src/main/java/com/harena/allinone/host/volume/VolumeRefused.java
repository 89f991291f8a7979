package com.harena.allinone.host.volume;

/** The volume holds something that is not ours to change; nothing was written to it. */
public final class VolumeRefused extends RuntimeException {
  VolumeRefused(String message) {
    super(message);
  }
}
