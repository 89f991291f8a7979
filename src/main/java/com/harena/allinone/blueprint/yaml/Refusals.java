package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.FaultBuilder;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import org.yaml.snakeyaml.nodes.Tag;

/** What YAML allows and a blueprint does not. */
final class Refusals {
  private final Faults faults;

  Refusals(Faults faults) {
    this.faults = faults;
  }

  void alias(Position position, String name) {
    add(position, "alias *" + FaultBuilder.shown(name), "write the value again");
  }

  void anchor(Position position, String name) {
    add(
        position,
        "anchor &" + FaultBuilder.shown(name),
        "leave it out and write the value where it is used");
  }

  void tag(Position position, String tag) {
    if (tag != null) {
      add(
          position,
          "tag " + FaultBuilder.shown(tag.replace(Tag.PREFIX, "!!")),
          "leave it out; the key knows its type");
    }
  }

  void mergeKey(Position position) {
    add(position, "merge key <<", "write the keys themselves");
  }

  void limit(LimitException limit) {
    faults.add(
        faults
            .at(limit.position())
            .problem(limit.getMessage())
            .allowed(limit.allowed())
            .mend("check that this is the right file, and that every bracket is closed"));
  }

  void key(YamlNode key) {
    if (!(key instanceof YamlRefused)) {
      add(key.position(), key.kind() + " as a key", "write a name followed by a colon");
    }
  }

  void duplicate(YamlEntry entry, YamlEntry first) {
    faults.add(
        faults
            .at(entry.position())
            .problem("duplicate key")
            .given(entry.key())
            .allowed("each key once in a section")
            .mend(
                "it stands on line %d already; remove one of the two"
                    .formatted(first.position().line())));
  }

  private void add(Position position, String what, String mend) {
    faults.add(
        faults
            .at(position)
            .problem(what + " is not allowed in a " + faults.document().word())
            .allowed("plain keys, lists and values")
            .mend(mend));
  }
}
