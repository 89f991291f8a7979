package com.harena.allinone.emulator.engine;

import java.util.Optional;

/** Where values of SSM parameters come from. */
public interface ParameterSource {
  /**
   * The value of a plain or list parameter by its name, if there is one.
   *
   * @throws ApiFailure if it cannot be told whether there is one
   */
  Optional<String> plain(String name);

  /**
   * The value of a version of a parameter, for dynamic references that name one.
   *
   * @throws IllegalArgumentException unless overridden, because versions are then unknown
   */
  default Optional<String> version(String name, long version) {
    throw new IllegalArgumentException(
        "version " + version + " of parameter " + name + " asked for; name it without a version");
  }

  /** A source that has no parameter at all. */
  static ParameterSource none() {
    return name -> Optional.empty();
  }
}
