package com.harena.allinone.box;

import java.util.Map;
import java.util.TreeMap;

/** Which container of a box serves, and since when. */
final class Starts {
  private static final String LIST =
      "docker ps --quiet | xargs docker inspect --format '{{index .Config.Labels \"com.docker.compose.service\"}} {{.Id}} {{.State.StartedAt}}'";

  private Starts() {}

  /** The container and its start, by the name of the service. */
  static Map<String, String> of(Box box) {
    Map<String, String> starts = new TreeMap<>();
    box.shell(LIST)
        .lines()
        .map(line -> line.split(" ", 2))
        .forEach(words -> starts.put(words[0], words[1]));
    return starts;
  }
}
