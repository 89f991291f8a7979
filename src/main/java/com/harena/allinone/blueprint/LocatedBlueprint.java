package com.harena.allinone.blueprint;

import com.harena.allinone.blueprint.binding.Draft;

/** A blueprint that still knows where in its file each key stands. */
public final class LocatedBlueprint {
  private final String source;
  private final Blueprint blueprint;
  private final Draft draft;

  LocatedBlueprint(String source, Blueprint blueprint, Draft draft) {
    this.source = source;
    this.blueprint = blueprint;
    this.draft = draft;
  }

  /** Name of the file. */
  public String source() {
    return source;
  }

  /** The blueprint. */
  public Blueprint blueprint() {
    return blueprint;
  }

  /**
   * The place of a key such as {@code disk.size}, or of the nearest section around it when the file
   * leaves the key to its default.
   */
  public Position position(String key) {
    return draft.position(key);
  }
}
