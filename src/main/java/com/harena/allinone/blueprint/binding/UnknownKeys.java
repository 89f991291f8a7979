package com.harena.allinone.blueprint.binding;

import com.harena.allinone.blueprint.FaultBuilder;
import com.harena.allinone.blueprint.Faults;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.Nearest;
import com.harena.allinone.blueprint.shape.SectionShape;
import com.harena.allinone.blueprint.yaml.YamlEntry;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reports keys that a section does not have, with the key that was probably meant. */
final class UnknownKeys {
  private static final Set<String> STORES =
      Set.of("services.postgres", "services.redis", "services.elasticsearch");
  private static final Set<String> OPENINGS =
      Set.of("port", "ports", "publish", "published", "expose", "exposed", "hostport", "public");

  private final List<String> all = new ArrayList<>();
  private final Faults faults;
  private final SecretScan secrets;

  UnknownKeys(SectionShape root, Faults faults, SecretScan secrets) {
    this.faults = faults;
    this.secrets = secrets;
    collect(root, "");
  }

  void report(SectionShape section, YamlMapping mapping, String path) {
    for (YamlEntry entry : mapping.entries()) {
      if (section.key(entry.key()).isEmpty() && !secrets.reports(entry)) {
        faults.add(unknown(section, entry, path));
      }
    }
  }

  private FaultBuilder unknown(SectionShape section, YamlEntry entry, String path) {
    FaultBuilder fault = faults.at(entry.position()).key(path);
    if (STORES.contains(path) && OPENINGS.contains(plain(entry.key()))) {
      return fault
          .problem("cannot be opened to a network")
          .given(entry.key())
          .allowed(String.join(", ", section.names()))
          .mend(
              "remove it and reach the store through SSM port forwarding (aws ssm start-session"
                  + " with the document AWS-StartPortForwardingSession)");
    }
    return fault
        .problem(path.isEmpty() ? "unknown key" : "has an unknown key")
        .given(entry.key())
        .allowed(String.join(", ", section.names()))
        .mend(mend(section, entry.key()));
  }

  private String mend(SectionShape section, String key) {
    return Nearest.to(key, section.names())
        .or(() -> elsewhere(key))
        .map(name -> "did you mean `" + name + "`")
        .orElse("remove it");
  }

  private Optional<String> elsewhere(String key) {
    return all.stream().filter(path -> path.equals(key) || path.endsWith("." + key)).findFirst();
  }

  private void collect(SectionShape section, String path) {
    for (KeyShape key : section.keys()) {
      String full = path.isEmpty() ? key.name() : path + "." + key.name();
      all.add(full);
      if (key.shape() instanceof SectionShape inner) {
        collect(inner, full);
      }
    }
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }
}
