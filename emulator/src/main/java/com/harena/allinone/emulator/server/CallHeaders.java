package com.harena.allinone.emulator.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The headers of a call or an answer in their order; names compare without regard to case.
 *
 * @param all name and value of each
 */
public record CallHeaders(List<Map.Entry<String, String>> all) {
  /** Copies the list. */
  public CallHeaders {
    all = List.copyOf(all);
  }

  /** No header at all. */
  public static CallHeaders none() {
    return new CallHeaders(List.of());
  }

  /** The first header of this name. */
  public Optional<String> first(String name) {
    return all.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The same with one header more, which replaces any of its name. */
  public CallHeaders with(String name, String value) {
    List<Map.Entry<String, String>> others = new ArrayList<>(without(name).all);
    others.add(Map.entry(name, value));
    return new CallHeaders(others);
  }

  /** The same without the headers of these names. */
  public CallHeaders without(String... names) {
    return new CallHeaders(
        all.stream()
            .filter(
                header ->
                    List.of(names).stream()
                        .noneMatch(name -> name.equalsIgnoreCase(header.getKey())))
            .toList());
  }
}
