package com.harena.allinone.compose;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bind mount that Compose refuses when the source is absent.
 *
 * @param source path on the host
 * @param target path in the container
 * @param readOnly whether the container may only read it
 */
record Mount(String source, String target, boolean readOnly) {
  static Mount of(DataDirectory directory, String target) {
    return new Mount(directory.path(), target, false);
  }

  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("type", "bind");
    keys.put("source", source);
    keys.put("target", target);
    if (readOnly) {
      keys.put("read_only", true);
    }
    keys.put("bind", Map.of("create_host_path", false));
    return keys;
  }
}
