package com.harena.allinone.blueprint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file while it is read, so that all of them are reported together. */
public final class Faults {
  private static final Comparator<Fault> IN_FILE_ORDER =
      Comparator.comparing(fault -> fault.position().orElse(Position.START));

  private final String source;
  private final Document document;
  private final List<Fault> found = new ArrayList<>();

  /** Faults of the named blueprint. */
  public Faults(String source) {
    this(source, Document.BLUEPRINT);
  }

  /** Faults of the named file of another kind. */
  public Faults(String source, Document document) {
    this.source = source;
    this.document = document;
  }

  /** What kind of file it is. */
  public Document document() {
    return document;
  }

  /** Starts a fault at a place; {@link #add} takes it. */
  public FaultBuilder at(Position position) {
    return Fault.in(source).at(position);
  }

  /** Starts a fault of the whole file; {@link #add} takes it. */
  public FaultBuilder ofFile() {
    return Fault.in(source);
  }

  /** Takes a fault. */
  public void add(FaultBuilder fault) {
    found.add(fault.build());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All of them, in the order of the file. */
  public List<Fault> inOrder() {
    return found.stream().sorted(IN_FILE_ORDER).toList();
  }

  /**
   * Ends the reading when something was found.
   *
   * @throws FaultyBlueprintException with all faults
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new FaultyBlueprintException(source, inOrder());
    }
  }
}
