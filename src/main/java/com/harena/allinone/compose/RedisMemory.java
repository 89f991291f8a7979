package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Size;

/**
 * Redis' memory as it follows from its container's limit.
 *
 * @param maxMemoryMebibytes three fifths of the limit; the rest is for client buffers,
 *     fragmentation and the pages that change while a child rewrites the append-only file
 */
public record RedisMemory(long maxMemoryMebibytes) {
  /** The memory for a limit. */
  public static RedisMemory of(Size limit) {
    return new RedisMemory(limit.mebibytes() * 3 / 5);
  }
}
