package com.harena.allinone.compose;

import com.harena.allinone.blueprint.Elasticsearch;

/**
 * Elasticsearch's memory: the process takes its heap and 305 to 345 MiB more, as measured with
 * heaps of 256 to 640 MiB while 100,000 documents were indexed.
 *
 * @param heapMebibytes the Java heap; smallest and largest are the same, so that it never grows at
 *     a bad moment
 * @param limitMebibytes the container's limit
 */
public record ElasticsearchMemory(long heapMebibytes, long limitMebibytes) {
  /** The most that the process took beyond its heap, in MiB. */
  public static final long BEYOND_HEAP_MEBIBYTES = 345;

  /** The memory of a service. */
  public static ElasticsearchMemory of(Elasticsearch elasticsearch) {
    return new ElasticsearchMemory(
        elasticsearch.heap().mebibytes(), elasticsearch.memory().mebibytes());
  }

  /** Whether heap and the rest fit the limit; else the kernel ends the process at its start. */
  public boolean fits() {
    return heapMebibytes + BEYOND_HEAP_MEBIBYTES <= limitMebibytes;
  }

  /** The JVM's options. */
  String javaOptions() {
    return "-Xms%dm -Xmx%dm".formatted(heapMebibytes, heapMebibytes);
  }
}
