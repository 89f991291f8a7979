package com.harena.allinone.box;

/**
 * Memory of a group of processes at one moment, or the most of several moments, in bytes.
 *
 * @param used what no dropped page of a file gives back: processes, shared memory, kernel
 * @param swapped what lies in swap
 */
record MemoryUse(long used, long swapped) {
  static final MemoryUse NONE = new MemoryUse(0, 0);

  MemoryUse most(MemoryUse other) {
    return new MemoryUse(Math.max(used, other.used), Math.max(swapped, other.swapped));
  }

  MemoryUse without(MemoryUse part) {
    return new MemoryUse(Math.max(0, used - part.used), Math.max(0, swapped - part.swapped));
  }

  MemoryUse plus(MemoryUse part) {
    return new MemoryUse(used + part.used, swapped + part.swapped);
  }

  long usedMebibytes() {
    return used >> 20;
  }

  long swappedMebibytes() {
    return swapped >> 20;
  }
}
