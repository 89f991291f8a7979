package com.harena.allinone.blueprint;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the placeholders of a blueprint. They are no faults of the file: a check reports them, a
 * deployment refuses them.
 */
public final class Placeholders {
  private static final String MARK = "placeholder:";

  private Placeholders() {}

  /** The placeholders, in the order of the blueprint's keys. */
  public static List<Placeholder> of(Blueprint blueprint) {
    List<Placeholder> found = new ArrayList<>();
    collect(blueprint, "", found);
    return List.copyOf(found);
  }

  /** The placeholders as faults with their places, for whoever refuses them. */
  public static List<Fault> faults(LocatedBlueprint blueprint) {
    Faults faults = new Faults(blueprint.source());
    for (Placeholder placeholder : of(blueprint.blueprint())) {
      faults.add(
          faults
              .at(blueprint.position(placeholder.key()))
              .key(placeholder.key())
              .problem("still holds a placeholder")
              .given(placeholder.text())
              .allowed("the id or digest itself before a deployment")
              .mend("look it up where the image is published and write it in place of the mark"));
    }
    return faults.inOrder();
  }

  private static void collect(Object value, String key, List<Placeholder> found) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(inner -> collect(inner, key, found));
    } else if (value instanceof ImageReference || value instanceof MachineImage) {
      if (value.toString().contains(MARK)) {
        found.add(new Placeholder(key, value.toString()));
      }
    } else if (value instanceof Record section) {
      for (RecordComponent component : section.getClass().getRecordComponents()) {
        String name = component.getName();
        collect(read(component, section), key.isEmpty() ? name : key + "." + name, found);
      }
    }
  }

  private static Object read(RecordComponent component, Record section) {
    try {
      return component.getAccessor().invoke(section);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component.getName(), e);
    }
  }
}
