package com.harena.allinone.blueprint.binding;

import com.harena.allinone.blueprint.FaultBuilder;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.shape.ScalarForm;
import com.harena.allinone.blueprint.shape.ScalarForm.Kind;
import com.harena.allinone.blueprint.yaml.YamlEntry;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlRefused;
import com.harena.allinone.blueprint.yaml.YamlScalar;
import java.util.Optional;

/** Reads single values; what has not its form is reported and null. */
final class Scalars {
  private final Faults faults;
  private final SecretScan secrets;

  Scalars(Faults faults, SecretScan secrets) {
    this.faults = faults;
    this.secrets = secrets;
  }

  Object value(ScalarForm form, YamlNode node, String key) {
    if (node instanceof YamlRefused) {
      return null;
    }
    if (!(node instanceof YamlScalar scalar)) {
      faults.add(
          faults.at(node.position()).key(key).problem("is " + node.kind()).allowed(form.allowed()));
      return null;
    }
    if (scalar.isNull()) {
      faults.add(
          faults
              .at(node.position())
              .key(key)
              .problem("has no value")
              .allowed(form.allowed())
              .mend("write one, or remove the line"));
      return null;
    }
    Optional<Object> value = form.read(scalar.text());
    if (value.isPresent() && isQuotedAsItShould(form.kind(), scalar)) {
      return value.get();
    }
    faults.add(
        shown(faults.at(node.position()).key(key).problem("is not valid"), scalar)
            .allowed(form.allowed())
            .mend(value.isPresent() ? quotes(form.kind()) : mend(form, scalar)));
    return null;
  }

  /** The key of a mapping whose keys the owner chooses. */
  Object name(ScalarForm form, YamlEntry entry, String key) {
    Optional<Object> name = form.read(entry.key());
    if (name.isEmpty()) {
      faults.add(
          faults
              .at(entry.position())
              .key(key)
              .problem("has a key of a wrong form")
              .given(entry.key())
              .allowed(form.allowed())
              .mend(form.mend(entry.key())));
    }
    return name.orElse(null);
  }

  private FaultBuilder shown(FaultBuilder fault, YamlScalar scalar) {
    return secrets.withholds(scalar) ? fault.withheld() : fault.given(scalar.text());
  }

  private String mend(ScalarForm form, YamlScalar scalar) {
    return secrets.withholds(scalar) ? "" : form.mend(scalar.text());
  }

  private static boolean isQuotedAsItShould(Kind kind, YamlScalar scalar) {
    return switch (kind) {
      case ANY -> true;
      case TEXT -> !scalar.isTruth() && !scalar.isNumber();
      case WHOLE_NUMBER, TRUTH -> scalar.plain();
    };
  }

  private static String quotes(Kind kind) {
    return kind == Kind.TEXT
        ? "put it into quotes, or it is not a text"
        : "write it without quotes";
  }
}
