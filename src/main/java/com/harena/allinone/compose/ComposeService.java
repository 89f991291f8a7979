package com.harena.allinone.compose;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One service of the Compose file while it is put together; its keys keep the order of calls. */
final class ComposeService {
  private final Map<String, Object> keys = new LinkedHashMap<>();

  private ComposeService(String image) {
    keys.put("image", image);
  }

  static ComposeService of(String image) {
    return new ComposeService(image);
  }

  ComposeService with(String key, Object value) {
    keys.put(key, value);
    return this;
  }

  /** Waits until each of these services is healthy. */
  ComposeService after(String... services) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    for (String service : services) {
      conditions.put(service, Map.of("condition", "service_healthy"));
    }
    return with("depends_on", conditions);
  }

  /** Mounts directories of the data volume and files of the host. */
  ComposeService mounting(Mount... mounts) {
    return with("volumes", List.of(mounts).stream().map(Mount::keys).toList());
  }

  /** Reads this file, and is made anew when it changes. */
  ComposeService reading(ConfigurationFile file) {
    return with("labels", Map.of("allinone.configuration", file.fingerprint()))
        .with("configs", List.of(file.use()));
  }

  /**
   * Asks every ten seconds: seldom enough for a machine with a fifth of two processors. Failures do
   * not count in the start period, an early success ends it.
   */
  ComposeService healthy(int startPeriodSeconds, String... test) {
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("test", List.of(test));
    check.put("interval", "10s");
    check.put("timeout", "5s");
    check.put("retries", 6);
    check.put("start_period", startPeriodSeconds + "s");
    return with("healthcheck", check);
  }

  Map<String, Object> keys() {
    return Collections.unmodifiableMap(keys);
  }
}
