package com.harena.allinone.blueprint.secret;

import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.Position;
import com.harena.allinone.blueprint.yaml.YamlEntry;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlScalar;
import com.harena.allinone.blueprint.yaml.YamlSequence;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through a whole file for secret values, known keys or not. Each is reported without the
 * value, and remembered so that no other message repeats it.
 */
public final class SecretScan {
  /** The one key with such a name that holds no secret: a list of names. */
  private static final String LIST_OF_NAMES = "services.backend.secrets";

  private static final String VARIABLE = "[A-Z][A-Z0-9_]{0,63}";

  private final Faults faults;
  private final Set<Position> withheld = new HashSet<>();
  private final Set<Position> reported = new HashSet<>();

  private SecretScan(Faults faults) {
    this.faults = faults;
  }

  /** Looks through the tree. */
  public static SecretScan of(YamlNode tree, Faults faults) {
    SecretScan scan = new SecretScan(faults);
    scan.look(tree, "", "");
    return scan;
  }

  /** Whether the value must not be shown. */
  public boolean withholds(YamlScalar scalar) {
    return withheld.contains(scalar.position());
  }

  /** Whether the key is reported as a secret already. */
  public boolean reports(YamlEntry entry) {
    return reported.contains(entry.position());
  }

  private void look(YamlNode node, String path, String name) {
    if (node instanceof YamlMapping mapping) {
      for (YamlEntry entry : mapping.entries()) {
        entry(entry, path.isEmpty() ? entry.key() : path + "." + entry.key());
      }
    } else if (node instanceof YamlSequence sequence) {
      sequence.elements().forEach(element -> look(element, path, name));
    } else if (node instanceof YamlScalar scalar) {
      SecretShapes.find(scalar.text())
          .ifPresent(what -> report(scalar.position(), scalar, path, what, name));
    }
  }

  private void entry(YamlEntry entry, String path) {
    SecretShapes.find(entry.key())
        .ifPresent(what -> report(entry.position(), entry.value(), "", what, "NAME"));
    if (path.equals(LIST_OF_NAMES) && entry.value() instanceof YamlSequence names) {
      names.elements().forEach(this::withholdOther);
      look(names, path, "NAME");
    } else if (SecretNames.isSecret(entry.key()) && holdsValue(entry.value())) {
      report(entry.position(), entry.value(), path, "a secret value", entry.key());
    } else {
      look(entry.value(), path, entry.key());
    }
  }

  private void report(Position position, YamlNode value, String path, String what, String name) {
    withhold(value);
    reported.add(position);
    faults.add(
        faults
            .at(position)
            .key(path)
            .problem((path.isEmpty() ? "a key holds " : "holds ") + what)
            .withheld()
            .allowed("no secret in a blueprint")
            .mend(mend(path, name)));
  }

  private static String mend(String path, String name) {
    String upper = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    String variable = upper.replaceAll("[^A-Z0-9_]", "_");
    String shown = variable.matches(VARIABLE) ? variable : "NAME";
    return ("remove it, run `allinone host secrets set %s`, and name %s under "
            + LIST_OF_NAMES
            + " if the backend needs it%s")
        .formatted(shown, shown, path.isEmpty() ? "" : "; if it was ever committed, change it");
  }

  private void withhold(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      mapping.entries().forEach(entry -> withhold(entry.value()));
    } else if (node instanceof YamlSequence sequence) {
      sequence.elements().forEach(this::withhold);
    } else {
      withheld.add(node.position());
    }
  }

  private void withholdOther(YamlNode name) {
    if (!(name instanceof YamlScalar scalar) || !scalar.text().matches(VARIABLE)) {
      withhold(name);
    }
  }

  private static boolean holdsValue(YamlNode node) {
    return Optional.of(node)
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .map(scalar -> !scalar.isNull() && !scalar.text().isEmpty() && !scalar.isTruth())
        .orElse(!(node instanceof YamlScalar));
  }
}
