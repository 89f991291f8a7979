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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through a whole file for secret values, known keys or not. Each is reported without the
 * value, and remembered so that no other message repeats it.
 */
public final class SecretScan {
  /** The one key with such a name that holds no secret: a list of names. */
  private static final String LIST_OF_NAMES = "services.backend.secrets";

  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#\\s*(.*)");
  private static final String VARIABLE = "[A-Z][A-Z0-9_]{0,63}";

  private final Faults faults;
  private final Set<Position> withheld = new HashSet<>();
  private final Set<Position> reported = new HashSet<>();

  private SecretScan(Faults faults) {
    this.faults = faults;
  }

  /** Looks through the tree, and through the comments of the text it was read from. */
  public static SecretScan of(YamlNode tree, String text, Faults faults) {
    SecretScan scan = new SecretScan(faults);
    scan.look(tree, "", "");
    scan.comments(text);
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
      found(scalar.text()).ifPresent(what -> report(scalar.position(), scalar, path, what, name));
    }
  }

  /** A document that keeps references to secrets is one of addresses. */
  private Optional<String> found(String text) {
    return faults.document().keepsReferences()
        ? SecretShapes.findInAddress(text)
        : SecretShapes.find(text);
  }

  private void comments(String text) {
    String[] lines = text.split("\n", -1);
    for (int index = 0; index < lines.length; index++) {
      Matcher comment = COMMENT.matcher(lines[index]);
      int line = index + 1;
      if (comment.find()
          && reported.stream().noneMatch(position -> position.line() == line)
          && SecretShapes.find(comment.group(1)).isPresent()) {
        faults.add(
            faults
                .at(new Position(line, comment.start(1) + 1))
                .problem("a comment holds a secret value")
                .withheld()
                .allowed("no secret in a " + faults.document().word())
                .mend(mend("NAME")));
      }
    }
  }

  private void entry(YamlEntry entry, String path) {
    SecretShapes.find(entry.key())
        .ifPresent(what -> report(entry.position(), entry.value(), "", what, "NAME"));
    if (path.equals(LIST_OF_NAMES) && entry.value() instanceof YamlSequence names) {
      names.elements().forEach(this::withholdOther);
      look(names, path, "NAME");
    } else if (SecretNames.isSecret(entry.key()) && faults.document().keepsReferences()) {
      withhold(entry.value());
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
            .allowed("no secret in a " + faults.document().word())
            .mend(mend(name)));
  }

  private String mend(String name) {
    if (faults.document().keepsReferences()) {
      return "remove it; where a secret is needed, write where it is: env:VARIABLE, file:PATH or"
          + " ssm:/PARAMETER";
    }
    String upper = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    String variable = upper.replaceAll("[^A-Z0-9_]", "_");
    String shown = variable.matches(VARIABLE) ? variable : "NAME";
    return "remove it, list %s under %s if the backend needs it, and run `allinone host secrets set %s`"
        .formatted(shown, LIST_OF_NAMES, shown);
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
