package com.harena.allinone.blueprint.yaml;

import com.harena.allinone.blueprint.FaultBuilder;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;

/** What YAML allows and a blueprint does not. */
final class Refusals {
  private final Faults faults;

  Refusals(Faults faults) {
    this.faults = faults;
  }

  void alias(Position position, String name) {
    add(position, "alias *" + shown(name), "write the value again");
  }

  void anchor(Position position, String name) {
    add(position, "anchor &" + shown(name), "leave it out and write the value where it is used");
  }

  void tag(Position position, String tag) {
    if (tag != null) {
      add(position, "tag " + shown(tag), "leave it out; the key knows its type");
    }
  }

  void mergeKey(Position position) {
    add(position, "merge key <<", "write the keys themselves");
  }

  void depth(Position position) {
    faults.add(
        faults
            .at(position)
            .problem("nested too deeply")
            .allowed("at most " + YamlReader.MAXIMUM_DEPTH + " levels")
            .mend("look for a bracket that is not closed"));
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
            .problem(what + " is not allowed in a blueprint")
            .allowed("plain keys, lists and values")
            .mend(mend));
  }

  private static String shown(String name) {
    String quoted = FaultBuilder.quoted(name);
    return quoted.substring(1, quoted.length() - 1);
  }
}
