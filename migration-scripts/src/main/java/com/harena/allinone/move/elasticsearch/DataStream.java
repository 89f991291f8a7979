package com.harena.allinone.move.elasticsearch;

import java.util.List;

/**
 * A data stream.
 *
 * @param name its name
 * @param indices its backing indices, the one that is written to last
 * @param hidden whether wildcards pass it over
 */
record DataStream(String name, List<String> indices, boolean hidden) {
  DataStream {
    indices = List.copyOf(indices);
  }
}
