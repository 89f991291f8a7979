package com.harena.allinone.blueprint.rule;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.binding.Draft;
import java.util.Optional;

/**
 * Elasticsearch is killed when its container's limit leaves too little beside the heap.
 *
 * <p>Measured in November 2026 with Elasticsearch 8.19 on two cores, pgbench, redis-benchmark and
 * 100,000 documents indexed at once: 305 to 345 MiB beside the heap at heaps of 256 to 640 MiB; a
 * limit of 760 MiB with a heap of 512 MiB (248 beside it) was killed at the start.
 */
final class ElasticsearchFitsItsLimit implements Rule {
  private static final String MEMORY = "services.elasticsearch.memory";
  private static final String HEAP = "services.elasticsearch.heap";
  private static final long LEAST_BESIDE_HEAP_MEBIBYTES = 305;
  private static final long MOST_BESIDE_HEAP_MEBIBYTES = 345;

  @Override
  public void check(Draft draft, Faults faults) {
    Optional<Size> memory = draft.value(MEMORY, Size.class);
    Optional<Size> heap = draft.value(HEAP, Size.class);
    if (memory.isEmpty() || heap.isEmpty()) {
      return;
    }
    long least = heap.get().mebibytes() + LEAST_BESIDE_HEAP_MEBIBYTES;
    if (memory.get().mebibytes() < least) {
      String key = draft.isGiven(MEMORY) || !draft.isGiven(HEAP) ? MEMORY : HEAP;
      faults.add(
          faults
              .at(draft.position(key))
              .key(key)
              .problem("leaves Elasticsearch too little beside its heap")
              .given(draft.value(key, Size.class).orElseThrow().toString())
              .allowed(
                  "a limit of at least %d MiB: the heap of %d MiB and %d to %d MiB beside it, as measured"
                      .formatted(
                          least,
                          heap.get().mebibytes(),
                          LEAST_BESIDE_HEAP_MEBIBYTES,
                          MOST_BESIDE_HEAP_MEBIBYTES))
              .mend(
                  "write memory: %d MiB, or make the heap smaller"
                      .formatted(heap.get().mebibytes() + MOST_BESIDE_HEAP_MEBIBYTES)));
    }
  }
}
