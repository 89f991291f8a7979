package com.harena.allinone.machine;

import java.util.Objects;

/**
 * Names of everything that one deployment keeps in Parameter Store.
 *
 * @param path path above all of them, such as {@code /allinone/harena-production}
 */
public record ParameterNames(String path) {
  /** Refuses a path that does not begin, or that ends, with a slash. */
  public ParameterNames {
    Objects.requireNonNull(path, "path");
    if (!path.matches("(/[A-Za-z0-9_.-]+)+")) {
      throw new IllegalArgumentException(
          "parameter path '%s' is not one: give a path such as /allinone/harena-production"
              .formatted(path));
    }
  }

  /**
   * Who owns the data volume: {@code {"instance": "i-…", "signal": "<wait handle URL>" | "none"}}.
   */
  public String owner() {
    return path + "/owner";
  }

  /** Which host bundle to run: {@code {"bucket": "…", "key": "…", "sha256": "<hex>"}}. */
  public String bundle() {
    return path + "/bundle";
  }

  /** Id of the instance that serves; written by that instance. */
  public String ready() {
    return path + "/ready";
  }

  /** Path above every secret; each is a SecureString made by the host or an operator. */
  public String secrets() {
    return path + "/secrets";
  }

  /** The secret of that name. */
  public String secret(String name) {
    Objects.requireNonNull(name, "name");
    if (!name.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException(
          "secret name '%s' is not one: give upper-case letters, digits and underscores, such as DATABASE_PASSWORD"
              .formatted(name));
    }
    return secrets() + "/" + name;
  }
}
