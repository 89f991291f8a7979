package com.harena.allinone.blueprint;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A blueprint that cannot be used. The message has one line for each fault; there is no stack
 * trace, because the file is at fault and not the program.
 */
public final class FaultyBlueprintException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String source;
  private final transient List<Fault> faults;

  /** A file with these faults, at least one. */
  public FaultyBlueprintException(String source, List<Fault> faults) {
    super(
        faults.stream().map(Fault::toString).collect(Collectors.joining("\n")), null, false, false);
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("a faulty blueprint needs at least one fault");
    }
    this.source = source;
    this.faults = List.copyOf(faults);
  }

  /** Name of the file. */
  public String source() {
    return source;
  }

  /** Everything that is wrong, in the order of the file. */
  public List<Fault> faults() {
    return faults;
  }
}
