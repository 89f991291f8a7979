package com.harena.allinone.blueprint.binding;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.ListShape;
import com.harena.allinone.blueprint.shape.MapShape;
import com.harena.allinone.blueprint.shape.ScalarForm;
import com.harena.allinone.blueprint.shape.SectionShape;
import com.harena.allinone.blueprint.shape.Shape;
import com.harena.allinone.blueprint.shape.Shapes;
import com.harena.allinone.blueprint.yaml.YamlEntry;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlRefused;
import com.harena.allinone.blueprint.yaml.YamlScalar;
import com.harena.allinone.blueprint.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds a located tree to records, the blueprint's or others. A value that cannot be bound is
 * reported and null here, so that all the others are still read.
 */
public final class Binder {
  private static final class OfBlueprint {
    static final SectionShape SHAPE = Shapes.of(Blueprint.class);
  }

  private final Faults faults;
  private final Scalars scalars;
  private final UnknownKeys unknownKeys;
  private final Draft draft = new Draft();

  private Binder(SectionShape root, Faults faults, SecretScan secrets) {
    this.faults = faults;
    this.scalars = new Scalars(faults, secrets);
    this.unknownKeys = new UnknownKeys(root, faults, secrets);
  }

  /** Reads as much of a blueprint as can be read; the faults are complete afterwards. */
  public static Draft bind(YamlNode tree, Faults faults, SecretScan secrets) {
    return bind(OfBlueprint.SHAPE, tree, faults, secrets);
  }

  /** Reads a file whose sections the records describe, beginning with the one given. */
  public static Draft bind(SectionShape root, YamlNode tree, Faults faults, SecretScan secrets) {
    Binder binder = new Binder(root, faults, secrets);
    binder.draft.place("", Position.START);
    binder.draft.put("", binder.section(root, tree, ""));
    return binder.draft;
  }

  private Object value(Shape shape, YamlNode node, String key) {
    Object value;
    if (shape instanceof SectionShape section) {
      value = section(section, node, key);
    } else if (shape instanceof ListShape list) {
      value = list(list, node, key);
    } else if (shape instanceof MapShape map) {
      value = map(map, node, key);
    } else {
      value = scalars.value((ScalarForm) shape, node, key);
    }
    draft.put(key, value);
    return value;
  }

  private Object section(SectionShape section, YamlNode node, String key) {
    if (!(node instanceof YamlMapping mapping)) {
      wrongKind(node, key, "a mapping of the keys " + String.join(", ", section.names()));
      section.keys().forEach(child -> know(child.shape(), join(key, child.name())));
      return null;
    }
    unknownKeys.report(section, mapping, key);
    List<Object> values = new ArrayList<>();
    for (KeyShape child : section.keys()) {
      values.add(component(child, mapping, join(key, child.name())));
    }
    return values.contains(null) ? null : Records.make(section.type(), values);
  }

  private Object component(KeyShape child, YamlMapping section, String key) {
    know(child.shape(), key);
    Optional<YamlEntry> entry = section.entry(child.name());
    if (entry.isEmpty()) {
      return absent(child, key);
    }
    YamlNode node = entry.get().value();
    boolean single = node instanceof YamlScalar scalar && !scalar.isNull();
    draft.place(key, single ? node.position() : entry.get().position());
    if (node instanceof YamlScalar scalar && scalar.isNull()) {
      faults.add(
          faults
              .at(entry.get().position())
              .key(key)
              .problem("has no value")
              .allowed(allowed(child.shape()))
              .mend("write one after the colon, or remove the key"));
      return null;
    }
    Object value = value(child.shape(), node, key);
    return child.optional() && value != null ? Optional.of(value) : value;
  }

  private Object absent(KeyShape child, String key) {
    if (child.optional()) {
      return Optional.empty();
    }
    if (child.hasDefault()) {
      Object value = Defaults.of(child);
      draft.put(key, value);
      return value;
    }
    if (child.required()) {
      faults.add(
          faults
              .at(draft.position(key))
              .key(key)
              .problem("is missing")
              .allowed(allowed(child.shape()))
              .mend(key.contains(".") ? "add it to this section" : "add it to the file"));
      return null;
    }
    return value(child.shape(), new YamlMapping(draft.position(key), List.of()), key);
  }

  private Object list(ListShape list, YamlNode node, String key) {
    if (!(node instanceof YamlSequence sequence)) {
      wrongKind(node, key, "a list, such as [" + example(list.element()) + "]");
      return null;
    }
    List<Object> elements = new ArrayList<>();
    for (int index = 0; index < sequence.elements().size(); index++) {
      String elementKey = key + "[" + (index + 1) + "]";
      YamlNode element = sequence.elements().get(index);
      draft.place(elementKey, element.position());
      elements.add(scalars.value(list.element(), element, elementKey));
    }
    return elements.contains(null) ? null : elements;
  }

  private Object map(MapShape map, YamlNode node, String key) {
    if (!(node instanceof YamlMapping mapping)) {
      wrongKind(node, key, "a mapping of names to texts");
      return null;
    }
    Map<Object, Object> values = new LinkedHashMap<>();
    for (YamlEntry entry : mapping.entries()) {
      String entryKey = join(key, entry.key());
      Object name = scalars.name(map.key(), entry, key);
      Object value = scalars.value(map.value(), entry.value(), entryKey);
      draft.place(entryKey, entry.position());
      values.put(name, value);
    }
    return values.containsKey(null) || values.containsValue(null) ? null : values;
  }

  private void wrongKind(YamlNode node, String key, String allowed) {
    if (!(node instanceof YamlRefused)) {
      faults.add(
          faults
              .at(node.position())
              .key(key.isEmpty() ? "the " + faults.document().word() : key)
              .problem("is " + node.kind())
              .allowed(allowed));
    }
  }

  private void know(Shape shape, String key) {
    draft.know(key);
    if (shape instanceof SectionShape section) {
      section.keys().forEach(child -> know(child.shape(), join(key, child.name())));
    }
  }

  private static String allowed(Shape shape) {
    if (shape instanceof ScalarForm form) {
      return form.allowed();
    }
    if (shape instanceof SectionShape section) {
      return "the keys " + String.join(", ", section.names());
    }
    return shape instanceof ListShape ? "a list, [] for an empty one" : "a mapping, {} for none";
  }

  private static String example(ScalarForm element) {
    return element.choices().isEmpty() ? "NAME" : element.choices().get(0);
  }

  private static String join(String key, String name) {
    return key.isEmpty() ? name : key + "." + name;
  }
}
