package com.harena.allinone.emulator.handler.shape;

/**
 * What of a template's JSON does not fit the model.
 *
 * @param path where, such as {@code Origins.OriginShield}
 * @param problem what is wrong there; empty if the model has no such member
 */
public record ShapeFault(String path, String problem) {
  /** A member that the model does not have. */
  static ShapeFault unknown(String path) {
    return new ShapeFault(path, "");
  }

  @Override
  public String toString() {
    return problem.isEmpty() ? path : path + " (" + problem + ")";
  }
}
